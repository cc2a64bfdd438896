package org.plainclaim.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.simulator.PayerMemory.Remembered;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.status.InquiryReader;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusInquiry;
import org.plainclaim.x12.status.StatusKind;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusWriter;

/** Answers questions about claims (276) with what the payer remembers of them (277). */
final class StatusDesk {
    private final PayerMemory memory;
    private final Envelope envelope;

    StatusDesk(PayerMemory memory, Envelope envelope) {
        this.memory = memory;
        this.envelope = envelope;
    }

    List<PayerFile> answer(String name, InputStream file) throws IOException {
        List<StatusNotice> notices = new ArrayList<>();
        InquiryReader.read(file, inquiry -> notices.add(notice(inquiry)));
        if (notices.isEmpty()) {
            return List.of();
        }
        StatusHeader header = new StatusHeader(
                StatusKind.RESPONSE,
                "SIM" + memory.nextNumber(),
                envelope.day(),
                "0930",
                "",
                null,
                null,
                new Controls("", "", "", ""));
        return List.of(PayerFile.of(name, out -> StatusWriter.write(out, envelope.next(), header, notices)));
    }

    private StatusNotice notice(StatusInquiry inquiry) {
        Optional<Remembered> found = find(inquiry);
        List<Reference> references = new ArrayList<>();
        found.ifPresent(claim -> {
            references.add(new Reference("1K", claim.number()));
            references.add(new Reference("EJ", claim.claim().heading().id()));
        });
        boolean dependent = inquiry.dependent() != null;
        return new StatusNotice(
                StatusNotice.Level.CLAIM,
                inquiry.context(),
                dependent && inquiry.dependent() != null
                        ? inquiry.dependent().party()
                        : inquiry.subscriber().party(),
                dependent ? inquiry.subscriber().party() : null,
                inquiry.trace(),
                List.of(status(found, inquiry)),
                references,
                inquiry.from(),
                inquiry.to(),
                List.of());
    }

    private Optional<Remembered> find(StatusInquiry inquiry) {
        for (Reference reference : inquiry.references()) {
            Optional<Remembered> found =
                    switch (reference.qualifier()) {
                        case "1K" -> memory.numbered(reference.value());
                        case "EJ" -> memory.submitted(reference.value());
                        default -> Optional.empty();
                    };
            if (found.isPresent()
                    && found.get()
                            .claim()
                            .cover()
                            .memberId()
                            .equals(inquiry.subscriber().party().id())) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Status status(Optional<Remembered> found, StatusInquiry inquiry) {
        BigDecimal charge = found.map(claim -> claim.claim().charge()).orElse(inquiry.charge());
        ClaimPayment answer = found.map(Remembered::answer).orElse(null);
        return new Status(
                List.of(found.map(StatusDesk::code).orElse(new StatusCode("A4", "35", ""))),
                envelope.day(),
                "",
                charge,
                answer == null ? null : answer.paid(),
                null,
                "",
                "");
    }

    private static StatusCode code(Remembered claim) {
        ClaimPayment answer = claim.answer();
        return switch (claim.state()) {
            case PENDING -> new StatusCode("P1", "20", "");
            case REJECTED -> new StatusCode("A3", "21", "");
            case TAKEN_BACK -> new StatusCode("F3", "101", "");
            case ANSWERED -> answer != null && answer.status().equals("4")
                    ? new StatusCode("F2", "65", "")
                    : new StatusCode("F1", "65", "");
        };
    }
}
