package org.plainclaim.server.inquiry;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.server.submission.StatusQuestions.Question;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.claim.Characters;
import org.plainclaim.x12.status.InquiryWriter;
import org.plainclaim.x12.status.Member;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusInquiry;

/** Writes questions about claims that we sent as a 276: each with what the payer may find the claim by. */
final class InquiryForm implements StatusQuestions.Form {
    private final TradingPartner partner;

    InquiryForm(TradingPartner partner) {
        this.partner = partner;
    }

    @Override
    public byte[] write(Interchange envelope, List<Question> questions) {
        List<StatusInquiry> inquiries = questions.stream()
                .map(this::inquiry)
                .sorted(Comparator.comparing(InquiryForm::together))
                .toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        InquiryWriter.write(file, envelope, Long.toString(envelope.control()), inquiries);
        return file.toByteArray();
    }

    /** Questions to one payer about one provider stand together. */
    private static String together(StatusInquiry one) {
        NamedParty provider = one.context().provider();
        return one.context().payer().id() + "|" + (provider == null ? "" : provider.id());
    }

    private StatusInquiry inquiry(Question question) {
        LoggedClaim logged = question.claim();
        Submission claim = logged.submission();
        Cover cover = claim.cover();
        boolean own = cover.ofPatient();
        NamedParty insured = person("IL", cover.subscriber(), "MI", cover.memberId());
        return new StatusInquiry(
                context(claim),
                new Member(
                        insured,
                        cover.subscriber().birthDate(),
                        cover.subscriber().sex()),
                own
                        ? null
                        : new Member(
                                person("QC", claim.patient(), "", ""),
                                claim.patient().birthDate(),
                                claim.patient().sex()),
                question.trace(),
                references(logged),
                claim.charge(),
                claim.from(),
                claim.served() == null || claim.served().equals(claim.from()) ? null : claim.served());
    }

    private StatusContext context(Submission claim) {
        Payer to = claim.cover().payer();
        String name = to.name().isEmpty() ? to.id() : to.name();
        NamedParty payer = new NamedParty("PR", "2", Characters.folded(name), "", "PI", to.id());
        NamedParty receiver =
                new NamedParty("41", "2", Characters.folded(partner.submitter()), "", "46", partner.sender());
        return new StatusContext(
                payer,
                receiver,
                claim.provider(Role.BILLING).map(InquiryForm::provider).orElse(null));
    }

    /** The billing provider: by its NPI, or by its tax number if it has none. */
    private static NamedParty provider(Provider one) {
        boolean person = one.kind() == Provider.Kind.PERSON;
        return new NamedParty(
                "1P",
                person ? "1" : "2",
                Characters.folded(one.name()),
                Characters.folded(one.first()),
                one.npi().isEmpty() ? "FI" : "XX",
                one.npi().isEmpty() ? one.taxId() : one.npi());
    }

    private static NamedParty person(String role, Person one, String qualifier, String number) {
        return new NamedParty(
                role, "1", Characters.folded(one.last()), Characters.folded(one.first()), qualifier, number);
    }

    /** The payer's number if it gave one, the type of bill of a facility, and our number. */
    private static List<Reference> references(LoggedClaim logged) {
        List<Reference> references = new ArrayList<>(3);
        if (!logged.payerNumber().isEmpty()) {
            references.add(new Reference("1K", logged.payerNumber()));
        }
        String bill = logged.submission().stay().typeOfBill();
        if (!bill.isEmpty()) {
            references.add(new Reference(
                    "BLT", bill.replaceFirst("^0", "") + logged.frequency().code()));
        }
        references.add(new Reference("EJ", logged.number()));
        return references;
    }
}
