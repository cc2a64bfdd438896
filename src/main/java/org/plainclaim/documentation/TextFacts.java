package org.plainclaim.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plainclaim.documentation.DocumentedService.Participation;
import org.plainclaim.documentation.DocumentedService.ServiceContent;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteFacts;

/** What the running text of the note adds to a session. What is coded stays; where the two differ, that is said. */
public final class TextFacts {
    private final TextStatements text;
    private final SessionDocumentation session;
    private final Function<String, Optional<String>> places;

    private TextFacts(TextStatements text, SessionDocumentation session, Function<String, Optional<String>> places) {
        this.text = text;
        this.session = session;
        this.places = places;
    }

    /**
     * A session with the facts of its note.
     *
     * @param session the session
     * @param disagreements facts that are written with different values, or that the reader is not sure enough of
     */
    public record Read(SessionDocumentation session, List<Disagreement> disagreements) {
        public Read {
            disagreements = List.copyOf(disagreements);
        }
    }

    /**
     * One fact with different values.
     *
     * @param rule what is wrong, a row of the session's input rules
     * @param evidence every place where it is written
     */
    public record Disagreement(String rule, List<Evidence> evidence) {
        public Disagreement {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Reads the facts of the note into the session.
     *
     * @param places the kind of place, as tables know it, that a word of a note stands for; empty if none does
     * @param uses what each fact is worth; somebody is asked about one that is not there
     */
    public static Read into(
            SessionDocumentation session, Function<String, Optional<String>> places, Map<String, TextUse> uses) {
        TextStatements text = new TextStatements(session.note().text(), uses);
        if (text.isEmpty()) {
            return new Read(session, List.of());
        }
        List<Disagreement> disagreements = new ArrayList<>(new TextAgreement(text, session).disagreements());
        SessionDocumentation filled = new TextFacts(text, session, places).filled();
        disagreements.addAll(text.asked());
        return new Read(filled, disagreements);
    }

    private SessionDocumentation filled() {
        TextTime times = new TextTime(text, session.time());
        boolean alone = session.services().size() == 1;
        List<DocumentedService> services = session.services().stream()
                .map(service -> service(service, times.of(service, alone), alone))
                .toList();
        return session.with(times.session(), setting(), services, note());
    }

    private DocumentedService service(DocumentedService service, ServiceTime time, boolean alone) {
        Participation who = service.participation();
        ServiceContent content = service.content();
        boolean therapy = alone || ServiceKinds.isPsychotherapy(service.kind().orElse(""));
        List<Fact<String>> modalities = therapy && content.modalities().stream().noneMatch(Fact::known)
                ? text.usableOnes(NoteFacts.MODALITY, String.class)
                : List.of();
        DocumentedService filled = service.with(time)
                .with(new Participation(
                        or(who.patient(), () -> text.usable(NoteFacts.ATTENDANCE, String.class)),
                        or(who.groupSize(), () -> text.usable(NoteFacts.GROUP_SIZE, Integer.class))));
        return modalities.isEmpty()
                ? filled
                : filled.with(
                        service.rendering(),
                        new ServiceContent(
                                modalities,
                                content.complexityFactors(),
                                content.decision(),
                                content.patientStatus(),
                                content.details()));
    }

    /** A session that is coded as in person does not become telehealth by a word in the note. */
    private Setting setting() {
        Setting setting = session.setting();
        if (!setting.encounterClass().is("VR")) {
            return setting;
        }
        return new Setting(
                setting.encounterClass(),
                or(setting.telehealth(), () -> text.usable(NoteFacts.TELEHEALTH, String.class)),
                or(setting.patientPlace(), this::place),
                setting.statedPlaceOfService(),
                setting.facility(),
                or(setting.clinicianPlace(), () -> text.usable(NoteFacts.CLINICIAN_PLACE, String.class)),
                or(setting.telehealthConsent(), () -> text.usable(NoteFacts.TELEHEALTH_CONSENT, String.class)
                        .filter(consent -> consent.is("yes"))));
    }

    private Optional<Fact<String>> place() {
        return text.usable(NoteFacts.PATIENT_PLACE, String.class)
                .flatMap(word -> places.apply(word.get()).map(place -> word.map(same -> place)));
    }

    /** A note with coded sections has no others: what is not in them is missing. */
    private Note note() {
        Note note = session.note();
        if (note.structured()) {
            return note;
        }
        Map<String, Evidence> sections = new LinkedHashMap<>(note.sections());
        text.usableOnes(NoteFacts.SECTION, String.class)
                .forEach(section ->
                        sections.putIfAbsent(section.get(), section.evidence().get(0)));
        return new Note(
                note.reference(),
                note.status(),
                note.authors(),
                note.signatures(),
                sections,
                note.structured(),
                note.text(),
                note.amendments());
    }

    private static <T> Fact<T> or(Fact<T> coded, Supplier<Optional<Fact<T>>> stated) {
        return coded.known() ? coded : stated.get().orElse(coded);
    }
}
