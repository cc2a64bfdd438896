package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plainclaim.fhir.AnswerReferences;
import org.plainclaim.fhir.StatusAnswerWriter;
import org.plainclaim.server.answers.AnswerWork.About;
import org.plainclaim.server.answers.DenialTable.Refused;
import org.plainclaim.server.answers.StatusRun.Placed;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.remittance.DenialRules;
import org.plainclaim.x12.remittance.SentClaim;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusKind;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusOutcome;

/** Applies notices of a 277CA or 277. */
final class NoticePosting {
    private static final Map<StatusNotice.Level, AnswerWork.Extent> EXTENTS = Map.of(
            StatusNotice.Level.RECEIVER, AnswerWork.Extent.TRANSACTION,
            StatusNotice.Level.PROVIDER, AnswerWork.Extent.PROVIDER);

    private final Services services;

    NoticePosting(Services services) {
        this.services = services;
    }

    /**
     * Applies what it says of one claim, in the transaction of its caller.
     *
     * @return false if what it speaks of is not known, so that it waits with a thing to do
     */
    boolean ofOne(Placed placed) {
        StatusNotice notice = placed.notice();
        Optional<SentRecord> found = find(placed);
        if (found.isEmpty()) {
            services.work().unknownStatus(key(placed), "a claim");
            park(placed, Parking.STATUS, notice.claimId(), notice.payerControlNumber());
            return false;
        }
        apply(found.get(), placed);
        return true;
    }

    private static String key(Placed placed) {
        return "file/" + placed.file().digest() + "/277/" + placed.position();
    }

    private void park(Placed placed, String kind, String submitted, String number) {
        services.tables()
                .parking()
                .park(new Parking.Part(
                        placed.file().digest(),
                        kind,
                        Integer.toString(placed.position()),
                        cut(submitted),
                        cut(number),
                        key(placed)));
    }

    /** By the number of our question, which nobody else has; then as any answer. */
    private Optional<SentRecord> find(Placed placed) {
        StatusNotice notice = placed.notice();
        if (placed.header().kind() == StatusKind.RESPONSE) {
            Optional<SentRecord> asked = services.sent().asked(notice.trace());
            if (asked.isPresent()) {
                return asked;
            }
        }
        List<SentClaim> byId = services.sent().withId(notice.claimId());
        List<SentClaim> fitting = byId.isEmpty() && !notice.payerControlNumber().isEmpty()
                ? services.sent().withPayerControlNumber(notice.payerControlNumber())
                : byId;
        return fitting.size() == 1 ? services.sent().record(fitting.get(0)) : Optional.empty();
    }

    /**
     * Applies a rejection of all claims of a transaction, or of a provider in it, some claims in each unit of work; that
     * they were received says nothing new.
     *
     * @return false if what it speaks of is not known, so that it waits with a thing to do
     */
    boolean ofMany(Placed placed) {
        if (placed.notice().outcome() != StatusOutcome.REJECTED) {
            return true;
        }
        SentTransaction transaction = SentTransaction.of(placed.file().partner(), placed.transaction());
        List<SentRecord> all = services.together(() -> services.sent().in(transaction));
        NamedParty provider = placed.notice().context().provider();
        List<SentRecord> meant = placed.notice().level() == StatusNotice.Level.RECEIVER || provider == null
                ? all
                : all.stream().filter(sent -> sent.biller().is(provider)).toList();
        if (meant.isEmpty()) {
            services.together(() -> nobody(placed, all.isEmpty()));
        }
        services.inSteps(meant, sent -> apply(sent, placed));
        return !all.isEmpty();
    }

    private boolean nobody(Placed placed, boolean waits) {
        services.work().refusedBatch(key(placed), codes(placed.notice()));
        if (waits) {
            park(
                    placed,
                    Parking.STATUS_OF_MANY,
                    placed.transaction(),
                    placed.file().partner());
        }
        return waits;
    }

    private void apply(SentRecord sent, Placed placed) {
        boolean acknowledges = placed.header().kind() == StatusKind.ACKNOWLEDGMENT;
        Phases.Phase phase = acknowledges ? Phases.Phase.ACKNOWLEDGED : Phases.Phase.STATUS;
        LocalDate day = placed.header().created();
        if (!acknowledges && services.sent().answeredQuestion(sent)) {
            services.work().settle(key(sent, "no-answer"), "The payer answered the question.");
        }
        Optional<AnswerReferences> references = services.store().references(sent);
        String number = placed.notice().payerControlNumber();
        if (references.isEmpty() || !services.tables().phases().advance(sent.key(), phase, day)) {
            return;
        }
        String response = sent.response().isEmpty()
                ? AnswerStore.id("ClaimResponse", "status/" + sent.key())
                : sent.response().substring(sent.response().indexOf('/') + 1);
        String reference = services.store()
                .put(
                        sent.numbered(StatusAnswerWriter.claimResponse(placed.notice(), references.get(), day)),
                        response,
                        placed.notice().context().payer().name());
        About about = services.work().about(sent, reference, references.get().patient());
        switch (placed.notice().outcome()) {
            case REJECTED -> rejected(sent, placed, about);
            case ACCEPTED, PENDING, PAID, DENIED, FINALIZED -> accepted(sent, number);
            case RECEIVED -> services.sent().answered(sent, SentLog.Answered.TAKEN, number);
            default -> ask(sent, placed.notice(), about);
        }
    }

    private void accepted(SentRecord sent, String number) {
        services.sent().answered(sent, SentLog.Answered.ACCEPTED, number);
        services.work().settle(key(sent, "rejected"), "The payer took the claim.");
        services.work().settle(key(sent, "asked"), "The payer went on with the claim.");
        for (String earlier : services.sent().earlier(sent)) {
            services.work().settle(key(earlier, "rejected"), "The payer took the claim that was sent in its place.");
        }
    }

    private static String key(SentRecord sent, String what) {
        return key(sent.key(), what);
    }

    private static String key(String submission, String what) {
        return "submission/" + submission + "/" + what;
    }

    private void ask(SentRecord sent, StatusNotice notice, About about) {
        String reason = "status-"
                + notice.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        services.work()
                .asked(
                        key(sent, "asked"),
                        reason,
                        codes(notice),
                        about,
                        sent.sent().charge());
    }

    private void rejected(SentRecord sent, Placed placed, About about) {
        StatusNotice notice = placed.notice();
        services.sent().answered(sent, SentLog.Answered.REJECTED, notice.payerControlNumber());
        Set<String> edits = new LinkedHashSet<>();
        List<Rejection> rejections = rejections(notice);
        DenialRules rules =
                new DenialRules(services.book(sent.book()), placed.header().created());
        for (int i = 0; i < rejections.size(); i++) {
            List<String> caught = rules.of(
                    rejections.get(i).code().code(), rejections.get(i).code().entity());
            edits.addAll(caught);
            services.tables().denials().put(row(sent, placed, rejections.get(i), about.focus(), i, caught));
        }
        AnswerWork.Extent extent = EXTENTS.getOrDefault(notice.level(), AnswerWork.Extent.CLAIM);
        services.work()
                .rejected(
                        key(sent, "rejected"),
                        new AnswerWork.Rejected(extent, List.copyOf(edits), codes(notice)),
                        about,
                        sent.sent().charge());
    }

    private record Rejection(StatusCode code, String procedure, BigDecimal charge) {}

    private static List<Rejection> rejections(StatusNotice notice) {
        List<Rejection> all = new ArrayList<>();
        rejected(notice.statuses()).forEach(code -> all.add(new Rejection(code, "", Money.ZERO)));
        notice.lines().forEach(line -> rejected(line.statuses())
                .forEach(code -> all.add(new Rejection(code, line.procedure().code(), line.charge()))));
        return all;
    }

    private static Stream<StatusCode> rejected(List<Status> statuses) {
        return statuses.stream()
                .filter(status -> status.outcome() == StatusOutcome.REJECTED)
                .flatMap(status -> status.codes().stream());
    }

    private static Refused row(
            SentRecord sent, Placed placed, Rejection rejection, String response, int number, List<String> edits) {
        return new Refused(
                AnswerFiles.digest("status/" + sent.key() + "/" + number),
                placed.header().created(),
                placed.notice().context().payer().id(),
                placed.notice().context().payer().name(),
                sent.claim(),
                response,
                "status",
                rejection.code().category(),
                rejection.code().code(),
                rejection.code().entity(),
                rejection.procedure(),
                rejection.procedure().isEmpty() ? sent.sent().charge() : rejection.charge(),
                edits);
    }

    private static String codes(StatusNotice notice) {
        return Stream.concat(
                        notice.statuses().stream(), notice.lines().stream().flatMap(line -> line.statuses().stream()))
                .flatMap(status -> status.codes().stream())
                .map(code -> code.category() + " " + code.code())
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }
}
