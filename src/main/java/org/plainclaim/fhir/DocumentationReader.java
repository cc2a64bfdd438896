package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.attachment.AttachmentReader;
import org.plainclaim.documentation.BillingProvider;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.documentation.Patient;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionTime;
import org.plainclaim.documentation.TextFacts;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteReading;
import org.plainclaim.note.NoteScanner;
import org.plainclaim.note.NoteText;
import org.plainclaim.terminology.InstrumentLoader;
import org.plainclaim.terminology.NoteWordsLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Reads the FHIR resources of one session into its documentation. */
public final class DocumentationReader {
    private static final String IN_FUTURE = "session-in-future";

    private final Vocabulary vocabulary;
    private final ReadingRules rules;
    private final DetailNames details;
    private final Instruments instruments;
    private final NoteTexts.Sources notes;

    private DocumentationReader(TerminologyFolder folder) {
        this.vocabulary = Vocabulary.load(folder);
        this.rules = ReadingRules.load(folder);
        this.details = DetailNames.load(folder);
        this.instruments = InstrumentLoader.load(folder);
        NoteScanner scanner = new NoteScanner(NoteWordsLoader.load(folder));
        this.notes = new NoteTexts.Sources(new AttachmentReader(), scanner::read);
    }

    /** A reader with the meanings and rules of a terminology folder. */
    public static DocumentationReader load(TerminologyFolder folder) {
        return new DocumentationReader(folder);
    }

    /**
     * The session that a Bundle of any type, or an Encounter alone, documents.
     *
     * @throws BadInput if it is not FHIR, or not one session of one patient
     */
    public SessionDocumentation read(JsonNode document, ReadingOptions options) throws BadInput {
        return read(document, options, new KnownShapes());
    }

    /**
     * The same for one of many sessions that share resources.
     *
     * @param shapes what is known of the resources of the others
     * @throws BadInput if it is not FHIR, or not one session of one patient
     */
    public SessionDocumentation read(JsonNode document, ReadingOptions options, KnownShapes shapes) throws BadInput {
        SessionResources resources = Intake.accept(document, shapes);
        return session(reading(resources), resources, options);
    }

    /**
     * The same with the references of the resources that were used.
     *
     * @throws BadInput if it is not FHIR, or not one session of one patient
     */
    public ReadSession readWithSources(JsonNode document, ReadingOptions options) throws BadInput {
        SessionResources resources = Intake.accept(document, new KnownShapes());
        Reading reading = reading(resources);
        SessionDocumentation documentation = session(reading, resources, options);
        return new ReadSession(documentation, reading.used().keySet());
    }

    private SessionDocumentation session(Reading reading, SessionResources resources, ReadingOptions options)
            throws BadInput {
        return new Session(reading, resources.ofType("Encounter").get(0), options, tools()).read();
    }

    /** A reader of the other sessions and the claims of a patient, with the same meanings and rules. */
    public HistoryReader history() {
        return new HistoryReader(this);
    }

    /** What the codes that an EHR sends mean to this reader. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The instruments that this reader knows. */
    public Instruments instruments() {
        return instruments;
    }

    /** What the instruments of the first patient of a Bundle say, whenever it was; what can not be read is left out. */
    public List<ClinicalMeasure> measures(JsonNode bundle) {
        SessionResources resources = SessionResources.of(bundle);
        Optional<Resource> patient = resources.ofType("Patient").stream().findFirst();
        return new MeasureReader(reading(resources), patient, instruments).all();
    }

    /** A session of the history: what the resources list of it, without a say of the caller. */
    SessionDocumentation other(SessionResources resources, Resource encounter, @Nullable ZoneId zone) {
        ReadingOptions options = new ReadingOptions(null, zone, null, false);
        try {
            return new Session(reading(resources), encounter, options, tools()).read();
        } catch (BadInput e) {
            throw new IllegalStateException("no coverage was named", e);
        }
    }

    /** The running text of a note by itself; empty if it has none, can not be read, or is nobody's business here. */
    public Optional<String> textOf(JsonNode note) {
        SessionResources resources = SessionResources.of(note);
        Reading reading = reading(resources);
        NoteTexts texts =
                new NoteTexts(reading, new NoteTexts.Sources(notes.attachments(), DocumentationReader::unread));
        String type = note.path("resourceType").asText();
        String text = resources.ofType(type).stream()
                .flatMap(found -> OpenNote.of(found, reading).stream())
                .map(open -> type.equals("Composition") ? texts.ofSections(open) : texts.ofAttachments(open))
                .flatMap(read -> read.texts().stream())
                .map(read -> read.text().text())
                .collect(Collectors.joining("\n"));
        return Optional.of(text).filter(said -> !said.isBlank());
    }

    private static NoteReading unread(List<NoteText> texts) {
        return new NoteReading(texts.stream()
                .map(text -> new NoteReading.Read(text, List.of()))
                .toList());
    }

    private Tools tools() {
        return new Tools(details, instruments, notes);
    }

    /** What is needed for every session alike. */
    private record Tools(DetailNames details, Instruments instruments, NoteTexts.Sources notes) {}

    /** A reading that nobody asks for what was wrong. */
    Reading reading(SessionResources resources) {
        return new Reading(resources, vocabulary, rules);
    }

    /**
     * A session and what it was read from.
     *
     * @param session the documentation
     * @param sources references of the resources that were used
     */
    public record ReadSession(SessionDocumentation session, Set<String> sources) {
        public ReadSession {
            sources = Set.copyOf(sources);
        }
    }

    /** One session being read. */
    private record Session(Reading reading, Resource resource, ReadingOptions options, Tools tools) {

        SessionDocumentation read() throws BadInput {
            Element encounter = reading.use(resource);
            Fact<String> status = encounter.child("status").fact();
            if (!status.is("finished")) {
                reading.fail("session-not-finished", status.evidence());
            }
            Patient patient = patient(encounter);
            SettingReader settings = new SettingReader(reading, encounter);
            TimeReader times = new TimeReader(reading, encounter, options.practiceZone());
            ClinicianReader clinicians = new ClinicianReader(reading, encounter);
            SessionTime time = times.session(settings.place());
            holdIfInFuture(time);
            Fact<LocalDate> date = time.dateOfService();
            List<DocumentedService> services =
                    new ServiceReader(reading, encounter, times, clinicians, tools.details()).read(resource);
            PayerCoverage coverage = new CoverageReader(reading, encounter).read(options.coverage(), date);
            BillingProvider billing = billing(encounter);
            var setting = settings.read(date);
            var diagnoses = new DiagnosisReader(reading, encounter).read(resource);
            var texts = new NoteTexts(reading, tools.notes());
            var note = new NoteReader(reading, encounter, clinicians, texts).read(resource);
            var plan = new PlanReader(reading, encounter).read(date);
            var measures = new MeasureReader(reading, reading.find(encounter.child("subject")), tools.instruments())
                    .read(resource, date);
            SessionDocumentation coded = new SessionDocumentation(
                    encounter.resource(),
                    version(),
                    status,
                    episode(encounter),
                    patient,
                    time,
                    setting,
                    services,
                    diagnoses,
                    note,
                    plan,
                    coverage,
                    billing,
                    measures,
                    List.of());
            return withText(coded).with(reading.findings());
        }

        /** With what the running text of the note says; where it says otherwise, the claim is held. */
        private SessionDocumentation withText(SessionDocumentation coded) {
            TextFacts.Read read = TextFacts.into(coded, reading::placeInNote, reading.textUses());
            read.disagreements().forEach(differing -> reading.fail(differing.rule(), differing.evidence()));
            return read.session();
        }

        /** A clock that is behind the rules themselves is not believed. */
        private void holdIfInFuture(SessionTime time) {
            Instant now = options.now();
            OffsetDateTime start = time.start().value();
            LocalDate known = reading.verifiedOn(IN_FUTURE);
            if (now != null
                    && start != null
                    && start.toInstant().isAfter(now)
                    && start.toLocalDate().isAfter(known)) {
                reading.fail(IN_FUTURE, time.start().evidence());
            }
        }

        private String version() {
            ZoneId zone = options.practiceZone();
            return !options.digest() ? "" : SessionVersion.of(reading.used(), zone == null ? "" : zone.getId());
        }

        private static Fact<String> episode(Element encounter) {
            return encounter.each("episodeOfCare").stream()
                    .findFirst()
                    .map(reference -> Reading.written(reference).fact())
                    .orElse(Fact.unknown(encounter.child("episodeOfCare").evidence()));
        }

        private Patient patient(Element encounter) {
            Element subject = encounter.child("subject");
            Evidence written = Reading.written(subject).evidence();
            Optional<Element> patient = reading.follow(subject);
            return patient.map(found -> new Patient(
                            Fact.of(found.resource(), written),
                            found.child("birthDate").fact(Moment::day),
                            found.child("gender").fact()))
                    .orElse(new Patient(
                            Fact.unknown(written),
                            Fact.unknown(Evidence.missing(encounter.resource(), "Encounter.subject"))));
        }

        private BillingProvider billing(Element encounter) {
            Element provider = encounter.child("serviceProvider");
            Evidence written = Reading.written(provider).evidence();
            Optional<Element> organization = reading.follow(provider);
            if (organization.isEmpty()) {
                return new BillingProvider(Fact.unknown(written), Fact.unknown(written));
            }
            Fact<String> npi = organization.get().each("identifier").stream()
                    .filter(identifier -> identifier.child("system").is(Systems.NPI))
                    .findFirst()
                    .map(identifier -> identifier.child("value").fact())
                    .orElse(Fact.unknown(organization.get().child("identifier").evidence()));
            return new BillingProvider(Fact.of(organization.get().resource(), written), npi);
        }
    }
}
