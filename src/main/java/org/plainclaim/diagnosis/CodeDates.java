package org.plainclaim.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Situation;

/**
 * What the codes at hand say of a diagnosis on a date. {@code validity} is {@code valid}, {@code not-a-leaf},
 * {@code ended}, {@code not-yet}, {@code unknown}, {@code outside} (of the part that is at hand), {@code before} (the first
 * release) or, after the last one, {@code after}, {@code new-after} and {@code wrong-after}: what the last release says.
 */
final class CodeDates {
    private static final Column VALIDITY = Column.of("validity");

    /** Codes named in a fix at most; a heading may have hundreds below it. */
    private static final int MOST = 12;

    private final @Nullable DatedCodeSystem system;

    CodeDates(CodeStore codes) {
        this.system = codes.system(CodeStore.ICD_10_CM).orElse(null);
    }

    /** The facts with what is known of the code on the date. */
    Situation with(Situation facts, Fact<String> code, LocalDate date) {
        DatedCodeSystem known = system;
        if (known == null) {
            return facts.with(VALIDITY, new Fact<>("outside", code.evidence()))
                    .with("release", new Fact<>("no release", code.evidence()));
        }
        CodeAnswer answer = known.look(code.get(), date);
        if (answer.validity() == Validity.VALID) {
            return facts.with(VALIDITY, new Fact<>("valid", code.evidence()));
        }
        return explained(facts, code, date, answer);
    }

    private Situation explained(Situation facts, Fact<String> code, LocalDate date, CodeAnswer answer) {
        DatedCodeSystem known = Objects.requireNonNull(system);
        CodeRelease release = answer.release();
        LocalDate through = release.covers().to();
        boolean after = answer.validity() == Validity.NOT_COVERED && through != null && date.isAfter(through);
        LocalDate asked = after ? Objects.requireNonNull(through) : date;
        CodeAnswer said = after ? known.look(code.get(), asked) : answer;
        List<Evidence> evidence = code.evidence();
        List<String> longer = known.below(code.get(), asked, MOST + 1);
        DatedCode found = wasOf(known.edition(asked), said);
        boolean divided = !Objects.equals(found, said.code());
        String ended = after ? "wrong-after" : "ended";
        String word = divided ? ended : word(said, after, code.get());
        return facts.with(VALIDITY, new Fact<>(word, evidence))
                .with("release", new Fact<>(release.name(), evidence))
                .with("through", new Fact<>(through, evidence))
                .with("from", new Fact<>(found == null ? null : found.period().from(), evidence))
                .with("until", new Fact<>(found == null ? null : found.period().to(), evidence))
                .with("label", new Fact<>(found == null ? null : found.label(), evidence))
                .with("longer", new Fact<>(listed(longer), evidence));
    }

    /** Of a heading that was a code before, what it was then: it has ended, and others stand for it. */
    private static @Nullable DatedCode wasOf(CodeEdition edition, CodeAnswer said) {
        DatedCode found = said.code();
        if (found == null || found.leaf()) {
            return found;
        }
        for (DatedCode row : edition.codes().getOrDefault(found.code(), List.of())) {
            LocalDate ended = row.period().to();
            LocalDate heading = found.period().from();
            if (row.leaf() && ended != null && heading != null && ended.isBefore(heading)) {
                return row;
            }
        }
        return found;
    }

    private static String word(CodeAnswer said, boolean after, String code) {
        return switch (said.validity()) {
            case VALID -> after ? "after" : "valid";
            case NOT_A_LEAF -> after ? "wrong-after" : "not-a-leaf";
            case ENDED -> after ? "wrong-after" : "ended";
            case NOT_YET -> after ? "new-after" : "not-yet";
            case UNKNOWN -> unknown(said.release().isCompleteFor(code), after);
            case NOT_COVERED -> "before";
        };
    }

    private static String unknown(boolean complete, boolean after) {
        if (!complete) {
            return "outside";
        }
        return after ? "new-after" : "unknown";
    }

    private static String listed(List<String> longer) {
        if (longer.isEmpty()) {
            return "none at hand";
        }
        return longer.size() <= MOST
                ? String.join(", ", longer)
                : String.join(", ", longer.subList(0, MOST)) + " and more";
    }
}
