package org.plainclaim.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusKind;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusWriter;

/** Says of each claim of a transaction whether it goes into adjudication (277CA). */
final class Notices {
    private final Envelope envelope;
    private final String reference;
    private final NamedParty receiver;
    private final Map<String, List<StatusNotice>> byBiller = new LinkedHashMap<>();
    private NamedParty payer = new NamedParty("PR", "2", "SIMULATED PAYER", "", "PI", "SIMULATED");

    /** The notices for a transaction that somebody sent under a reference (BHT03). */
    Notices(Envelope envelope, String reference, String submitter, String submitterId) {
        this.envelope = envelope;
        this.reference = reference;
        this.receiver = new NamedParty("41", "2", submitter, "", "46", submitterId);
    }

    /** A claim under the payer's number; the codes are category, code and entity, the last may be missing. */
    void add(Submission claim, String number, String codes) {
        String[] code = codes.split(":", -1);
        boolean taken = code[0].equals("A2");
        Status status = new Status(
                List.of(new StatusCode(code[0], code[1], code.length > 2 ? code[2] : "")),
                envelope.day(),
                taken ? "WQ" : "U",
                claim.charge(),
                null,
                null,
                "",
                "");
        if (byBiller.isEmpty() && !claim.cover().payer().id().isEmpty()) {
            payer = new NamedParty(
                    "PR",
                    "2",
                    claim.cover().payer().name().isEmpty()
                            ? "SIMULATED PAYER"
                            : claim.cover().payer().name(),
                    "",
                    "PI",
                    claim.cover().payer().id());
        }
        NamedParty biller = biller(claim);
        byBiller.computeIfAbsent(biller.id() + biller.name(), key -> new ArrayList<>())
                .add(new StatusNotice(
                        StatusNotice.Level.CLAIM,
                        new StatusContext(payer, receiver, biller),
                        new NamedParty(
                                "QC",
                                "1",
                                claim.patient().last(),
                                claim.patient().first(),
                                "MI",
                                claim.cover().memberId()),
                        null,
                        claim.heading().id(),
                        List.of(status),
                        taken ? List.of(new Reference("1K", number)) : List.of(),
                        claim.from(),
                        null,
                        List.of()));
    }

    private static NamedParty biller(Submission claim) {
        Provider billing = claim.provider(Role.BILLING).orElseGet(() -> Provider.clinician("UNKNOWN", "", "", ""));
        String kind = billing.kind() == Provider.Kind.PERSON ? "1" : "2";
        return new NamedParty("85", kind, billing.name(), billing.first(), "XX", billing.npi());
    }

    /** The file; none if there were no claims. */
    List<PayerFile> file(String name) {
        if (byBiller.isEmpty()) {
            return List.of();
        }
        List<StatusNotice> notices = new ArrayList<>();
        notices.add(received());
        byBiller.values().forEach(notices::addAll);
        StatusHeader header = new StatusHeader(
                StatusKind.ACKNOWLEDGMENT,
                reference,
                envelope.day(),
                "0930",
                "SIM" + envelope.memory().nextNumber(),
                envelope.day(),
                envelope.day(),
                new Controls("", "", "", ""));
        return List.of(PayerFile.of(name, out -> StatusWriter.write(out, envelope.next(), header, notices)));
    }

    private StatusNotice received() {
        BigDecimal charge = byBiller.values().stream()
                .flatMap(List::stream)
                .flatMap(notice -> notice.statuses().stream())
                .map(Status::charge)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Status status =
                new Status(List.of(new StatusCode("A1", "19", "PR")), envelope.day(), "WQ", charge, null, null, "", "");
        return new StatusNotice(
                StatusNotice.Level.RECEIVER,
                new StatusContext(payer, receiver, null),
                null,
                null,
                reference,
                List.of(status),
                List.of(),
                null,
                null,
                List.of());
    }
}
