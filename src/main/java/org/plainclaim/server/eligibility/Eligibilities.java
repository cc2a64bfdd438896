package org.plainclaim.server.eligibility;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilitySource;
import org.plainclaim.eligibility.NextStep;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.eligibility.AnsweredCoverage;
import org.plainclaim.fhir.eligibility.ReadCoverage;
import org.plainclaim.fhir.eligibility.ResponseContext;
import org.plainclaim.fhir.eligibility.ResponseWriter;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.x12.eligibility.InquiryCheck;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Asks payers and keeps what they answer.
 *
 * <p>A question is stored before it is asked, and no transaction is open while a payer is waited for. After a crash in
 * between it is asked again, which does no harm.
 */
public final class Eligibilities {
    private static final int ATTEMPTS = 8;

    /** A question that nobody answered is given up after these days; an answer would not be good for longer either. */
    static final int PATIENCE_DAYS = 7;

    private final Services services;
    private final Records records;
    private final Questions questions;
    private final Changes changes;

    Eligibilities(Services services) {
        this.services = services;
        this.records = services.records();
        this.questions = services.questions();
        this.changes = new Changes(services);
    }

    /** The same over other ways to payers. */
    Eligibilities with(Sources sources) {
        return new Eligibilities(services.with(sources));
    }

    /**
     * Asks what a request asks, once for each of its coverages, and answers with the stored response.
     *
     * @throws BadInput if what it refers to is not stored
     * @throws ResourceVersionConflictException if its identifier was used for another question
     */
    public CoverageEligibilityResponse submit(CoverageEligibilityRequest sent) throws BadInput {
        CoverageEligibilityRequest request = sent.copy();
        String id = Records.id(request);
        request.setId("CoverageEligibilityRequest/" + id);
        List<ReadCoverage> read = services.gathering().read(request, services.today());
        if (!together(() -> opened(id, request, read))) {
            throw new ResourceVersionConflictException(
                    "The identifier was used for another question; send this one under an identifier of its own.");
        }
        return answered(id, read, question -> true);
    }

    /** False if another question has the id; told as a value, for a conflict that is thrown is tried again and again. */
    private boolean opened(String id, CoverageEligibilityRequest request, List<ReadCoverage> read) {
        Optional<CoverageEligibilityRequest> before = records.request(id);
        if (before.isPresent() && !records.same(before.get(), request)) {
            return false;
        }
        if (before.isEmpty()) {
            records.store(request);
        }
        open(id, read);
        return true;
    }

    /** The last that is known about a member and days, with its age; empty if nobody asked. */
    Optional<AnswerOnFile> forClaim(Questions.About about) {
        return questions
                .last(about)
                .map(last -> new AnswerOnFile(
                        last.state(),
                        last.answer(),
                        Duration.between(
                                        last.answer().heading().at(),
                                        services.clock().instant())
                                .toDays()));
    }

    /** How often it was asked. */
    int timesAsked(Questions.About about) {
        return questions.times(about);
    }

    private void open(String id, List<ReadCoverage> read) {
        List<String> known =
                questions.ofRequest(id).stream().map(Question::coverage).toList();
        read.stream()
                .filter(one -> !known.contains(one.file().reference()))
                .forEach(one -> questions.open(
                        id,
                        Questions.About.of(one.file().reference(), one.file().cover(), one.visit())));
    }

    /** Asks what is open of a stored request, and brings its response up to date. */
    private CoverageEligibilityResponse answered(String id, List<ReadCoverage> read, Predicate<Question> ours) {
        boolean news = false;
        for (Question question : questions.ofRequest(id)) {
            boolean open = question.state() == Question.State.OPEN || question.state() == Question.State.RETRY;
            Optional<ReadCoverage> about = about(read, question);
            if (open && about.isPresent() && ours.test(question)) {
                ask(question, about.get());
                news = true;
            }
        }
        Optional<CoverageEligibilityResponse> stored = records.response(id);
        return news || stored.isEmpty() ? respond(id, read) : stored.get();
    }

    private static Optional<ReadCoverage> about(List<ReadCoverage> read, Question question) {
        return read.stream()
                .filter(one -> one.file().reference().equals(question.coverage()))
                .findFirst();
    }

    private void ask(Question question, ReadCoverage about) {
        String payer = about.file().cover().payer().id();
        Optional<EligibilitySource> way = services.sources().ofPayer(payer);
        boolean complete = InquiryCheck.missing(about.inquiry(question.trace())).isEmpty();
        InquiryGate.Inquiry inquiry = inquiry(question, about);
        boolean outside = complete && way.isPresent();
        Optional<Finding> objection = outside ? services.gate().objection(inquiry) : Optional.empty();
        EligibilityAnswer answer = (complete && objection.isEmpty() ? way : Optional.<EligibilitySource>empty())
                .orElse(services.onFile())
                .ask(about.inquiry(question.trace()));
        take(question, answer, about);
        objection.ifPresent(why -> together(() -> changes.notAsked(question, inquiry.patient(), why)));
        if (outside && objection.isEmpty()) {
            services.gate().asked(inquiry);
        }
    }

    private InquiryGate.Inquiry inquiry(Question question, ReadCoverage about) {
        Optional<CoverageEligibilityRequest> request = records.request(question.request());
        return new InquiryGate.Inquiry(
                "CoverageEligibilityRequest/" + question.request(),
                request.map(one -> one.getPatient().getReference()).orElse(""),
                request.map(one -> one.getProvider().getReference()).orElse(""),
                about.provider().npi(),
                about.file().cover().payer().id(),
                about.file().cover().payer().book(),
                about.insurer(),
                about.visit().from(),
                about.visit().to());
    }

    /** Keeps an answer, unless the question is done already, and says what changed. */
    private void take(Question question, EligibilityAnswer answer, ReadCoverage about) {
        together(() -> {
            boolean first = questions.keep(question.trace(), state(answer, about), answer);
            if (first) {
                changes.raise(question, answer, about);
            }
            return first;
        });
    }

    private Question.State state(EligibilityAnswer answer, ReadCoverage about) {
        return switch (answer.heading().outcome()) {
            case ANSWERED -> Question.State.DONE;
            case QUEUED -> Question.State.QUEUED;
            case UNREACHABLE -> Question.State.RETRY;
            case REFUSED -> {
                List<NextStep> next = next(answer, about);
                boolean again = !next.isEmpty() && next.stream().allMatch(step -> step.kind() == NextStep.Kind.RETRY);
                yield again ? Question.State.RETRY : Question.State.DONE;
            }
        };
    }

    private List<NextStep> next(EligibilityAnswer answer, ReadCoverage about) {
        RuleBook book = services.book(about);
        LocalDate day = about.visit().from();
        return answer.rejects().stream()
                .map(reject -> NextStep.of(reject, book, day))
                .toList();
    }

    /**
     * Takes over an answer that came later.
     *
     * @return false if its number is none of ours
     */
    public boolean received(EligibilityAnswer answer) {
        Optional<Question> question = questions.find(answer.heading().trace());
        if (question.isEmpty()) {
            return false;
        }
        String id = question.get().request();
        Optional<CoverageEligibilityRequest> request = records.request(id);
        if (request.isEmpty() || question.get().state() == Question.State.DONE) {
            return true;
        }
        try {
            List<ReadCoverage> read = services.gathering().read(request.get(), services.today());
            about(read, question.get()).ifPresent(about -> {
                take(question.get(), answer, about);
                respond(id, read);
            });
        } catch (BadInput e) {
            // what was asked about was deleted meanwhile: the answer is kept for nobody
            questions.keep(question.get().trace(), Question.State.DONE, answer);
        }
        return true;
    }

    /** Asks again what could not be asked before; the answer is how many questions that were. */
    public int retry(int most) {
        Map<String, List<Question>> byRequest = questions.toRetry(most).stream()
                .filter(question -> questions.take(question.trace()))
                .collect(Collectors.groupingBy(Question::request));
        byRequest.keySet().forEach(id -> records.request(id).ifPresent(request -> {
            try {
                List<Question> ours = byRequest.getOrDefault(id, List.of());
                answered(id, services.gathering().read(request, services.today()), ours::contains);
            } catch (BadInput e) {
                byRequest
                        .getOrDefault(id, List.of())
                        .forEach(question -> questions.keep(question.trace(), Question.State.DONE, question.answer()));
            }
        }));
        return byRequest.values().stream().mapToInt(List::size).sum();
    }

    private CoverageEligibilityResponse respond(String id, List<ReadCoverage> read) {
        return together(() -> {
            CoverageEligibilityRequest request =
                    records.request(id).orElseThrow(() -> new IllegalStateException("the request is not stored"));
            List<AnsweredCoverage> answered = new ArrayList<>();
            for (Question question : questions.ofRequest(id)) {
                about(read, question).ifPresent(about -> answered.add(answered(question, about)));
            }
            String insurer =
                    read.stream().map(ReadCoverage::insurer).findFirst().orElse("");
            ResponseContext context = new ResponseContext(
                    records.json(request),
                    "CoverageEligibilityRequest/" + id,
                    insurer,
                    services.clock().instant());
            return records.store(id, ResponseWriter.write(context, answered));
        });
    }

    private AnsweredCoverage answered(Question question, ReadCoverage about) {
        EligibilityAnswer answer = question.answer();
        boolean onFile = answer.heading().origin() == EligibilityAnswer.Origin.ON_FILE;
        boolean way =
                services.sources().ofPayer(about.file().cover().payer().id()).isPresent();
        List<String> missing = onFile && way ? InquiryCheck.missing(about.inquiry(question.trace())) : List.of();
        return new AnsweredCoverage(
                question.coverage(),
                answer,
                services.review(about, answer),
                next(answer, about),
                about.visit(),
                missing);
    }

    /** Two calls at once may both make the same thing; the second finds that of the first when it tries again. */
    private <T> T together(Supplier<T> work) {
        RuntimeException last = new IllegalStateException("never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return services.transaction(work);
            } catch (ResourceVersionConflictException | DataAccessException | TransactionException collision) {
                last = collision;
            }
        }
        throw last;
    }
}
