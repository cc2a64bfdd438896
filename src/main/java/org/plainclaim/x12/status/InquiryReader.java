package org.plainclaim.x12.status;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/** Reads 276 files, as the payer simulator gets them. */
public final class InquiryReader implements SegmentFeed.Sink {
    private static final NamedParty NOBODY = new NamedParty("", "", "", "", "", "");
    private static final int MOST_REFERENCES = 100;

    private final Consumer<StatusInquiry> consumer;
    private final Faults faults = new Faults();
    private final Said said = new Said(faults);
    private boolean open;
    private String level = "";
    private StatusContext context = new StatusContext(NOBODY, NOBODY, null);
    private @Nullable Member subscriber;
    private @Nullable Member dependent;
    private @Nullable LocalDate birth;
    private String sex = "";
    private String trace = "";
    private final List<Reference> references = new ArrayList<>();
    private @Nullable BigDecimal charge;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    private InquiryReader(Consumer<StatusInquiry> consumer) {
        this.consumer = consumer;
    }

    /**
     * Hands over the questions one by one.
     *
     * @return what is wrong with the file
     * @throws IOException if the stream fails
     */
    public static List<InterchangeFault> read(InputStream file, Consumer<StatusInquiry> consumer) throws IOException {
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
            case "ST" -> open = said.text(1).equals("276");
            case "SE" -> {
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

    private void inside(String id) {
        switch (id) {
            case "HL" -> {
                questionEnds();
                level = said.text(3);
                birth = null;
                sex = "";
            }
            case "DMG" -> {
                birth = said.date(2);
                sex = said.text(3);
            }
            case "NM1" -> name(said.party());
            case "TRN" -> {
                questionEnds();
                trace = said.text(2);
            }
            case "REF" -> reference();
            case "AMT" -> charge = said.text(1).equals("T3") ? said.optionalAmount(2) : charge;
            case "DTP" -> dates();
            default -> {
                // BHT says nothing that the envelope does not; lines are not asked about one by one
            }
        }
    }

    private void reference() {
        if (references.size() < MOST_REFERENCES) {
            references.add(new Reference(said.text(1), said.text(2)));
        }
    }

    private void dates() {
        from = said.dateOfRange(3, false);
        to = said.text(2).equals("RD8") ? said.dateOfRange(3, true) : null;
    }

    private void name(NamedParty party) {
        switch (level) {
            case "20" -> context = new StatusContext(party, NOBODY, null);
            case "21" -> context = new StatusContext(context.payer(), party, null);
            case "19" -> context = new StatusContext(context.payer(), context.receiver(), party);
            case "22" -> {
                subscriber = new Member(party, birth, sex);
                dependent = null;
            }
            case "23" -> dependent = new Member(party, birth, sex);
            default -> said.wrong("a name on a level that a 276 does not have");
        }
    }

    private void questionEnds() {
        Member insured = subscriber;
        if (!trace.isEmpty() && insured != null) {
            consumer.accept(new StatusInquiry(context, insured, dependent, trace, references, charge, from, to));
        }
        trace = "";
        references.clear();
        charge = null;
        from = null;
        to = null;
    }
}
