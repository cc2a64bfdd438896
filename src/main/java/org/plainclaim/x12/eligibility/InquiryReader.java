package org.plainclaim.x12.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/** Reads 270 files, as a payer gets them. */
public final class InquiryReader implements SegmentFeed.Sink {
    private static final int MOST_SERVICES = 99;

    private final Consumer<EligibilityInquiry> consumer;
    private final Faults faults = new Faults();
    private final Said said = new Said(faults);
    private boolean open;
    private String version = "";
    private String level = "";
    private @Nullable LocalDate created;
    private Payer payer = new Payer("", "", "");
    private Provider provider = Provider.clinician("", "", "", "");
    private PersonDraft subscriber = new PersonDraft();
    private @Nullable PersonDraft dependent;
    private String group = "";
    private String trace = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private final List<AskedService> services = new ArrayList<>();

    private InquiryReader(Consumer<EligibilityInquiry> consumer) {
        this.consumer = consumer;
    }

    /**
     * Hands over the questions one by one.
     *
     * @return what is wrong with the file
     * @throws IOException if the stream fails
     */
    public static List<InterchangeFault> read(InputStream file, Consumer<EligibilityInquiry> consumer)
            throws IOException {
        InquiryReader reader = new InquiryReader(consumer);
        SegmentFeed.read(file, reader);
        return reader.faults.kept();
    }

    @Override
    public void envelopeFault(long position, String message) {
        faults.add(InterchangeFault.Level.ENVELOPE, position, message);
    }

    @Override
    public void finish(long position) {
        questionEnds();
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        said.at(segment, position);
        switch (id) {
            case "GS" -> version = said.text(8);
            case "ST" -> begin();
            case "SE", "GE", "IEA" -> {
                questionEnds();
                open = false;
            }
            default -> {
                if (open) {
                    inside(id);
                }
            }
        }
    }

    private void begin() {
        questionEnds();
        open = said.text(1).equals("270");
        level = "";
        String stated = said.text(3).isEmpty() ? version : said.text(3);
        if (open && !stated.startsWith("005010X279")) {
            said.wrong("the version is not that of a 270 (" + Parts.VERSION + ")");
        }
    }

    private void inside(String id) {
        switch (id) {
            case "BHT" -> created = said.date(4);
            case "HL" -> level();
            case "TRN" -> trace = said.text(2);
            case "EQ" -> service();
            case "III" -> place();
            case "DTP" -> dates();
            case "REF" -> group = said.text(1).equals("6P") ? said.text(2) : group;
            default -> party(id);
        }
    }

    private void level() {
        questionEnds();
        level = said.text(3);
        switch (level) {
            case "22" -> {
                subscriber = new PersonDraft();
                dependent = null;
                group = "";
            }
            case "23" -> dependent = new PersonDraft();
            default -> {
                // payer and provider stand until others come
            }
        }
    }

    private void party(String id) {
        PersonDraft patient = dependent;
        switch (level) {
            case "20" -> payer = id.equals("NM1") ? new Payer(said.text(9), said.text(3), "") : payer;
            case "21" -> provider(id);
            case "22" -> subscriber.take(id, said);
            case "23" -> {
                if (patient != null) {
                    patient.take(id, said);
                }
            }
            default -> said.wrong("a segment on a level that a 270 does not have");
        }
    }

    private void provider(String id) {
        if (id.equals("NM1")) {
            Provider.Kind kind = said.text(2).equals("1") ? Provider.Kind.PERSON : Provider.Kind.ORGANIZATION;
            provider = new Provider(kind, said.text(3), said.text(4), said.text(9), "", "", "", Address.UNKNOWN);
        } else if (id.equals("PRV")) {
            provider = new Provider(
                    provider.kind(),
                    provider.name(),
                    provider.first(),
                    provider.npi(),
                    said.text(3),
                    "",
                    "",
                    Address.UNKNOWN);
        }
    }

    private void service() {
        Procedure procedure = said.procedure(2);
        if (procedure != null) {
            add(new AskedService("", procedure, ""));
        }
        said.repetitions(1).forEach(type -> add(AskedService.of(type)));
    }

    private void add(AskedService service) {
        if (services.size() == MOST_SERVICES) {
            said.wrong("more than " + MOST_SERVICES + " services are asked about");
        } else {
            services.add(service);
        }
    }

    private void place() {
        if (said.text(1).equals("ZZ") && !services.isEmpty()) {
            AskedService last = services.remove(services.size() - 1);
            services.add(new AskedService(last.serviceType(), last.procedure(), said.text(2)));
        }
    }

    private void dates() {
        from = said.dateOfRange(3, false);
        to = said.dateOfRange(3, true);
    }

    private void questionEnds() {
        LocalDate first = from == null ? created : from;
        LocalDate last = to == null ? first : to;
        if (!services.isEmpty() && first != null && last != null) {
            if (last.isBefore(first)) {
                said.wrong("the days asked about end before they begin");
            } else {
                PersonDraft patient = dependent == null ? subscriber : dependent;
                consumer.accept(
                        new EligibilityInquiry(trace, provider, patient.made(), cover(), first, last, services));
            }
        }
        trace = "";
        from = null;
        to = null;
        services.clear();
    }

    private Cover cover() {
        Person holder = subscriber.made();
        String relationship = dependent == null ? Cover.SELF : Relationships.fromDependent(dependent.relationship());
        return new Cover(1, payer, "", relationship, subscriber.id(), group, "", holder, null, null);
    }
}
