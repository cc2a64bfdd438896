package org.plainclaim.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.eligibility.Answers;

/** What matters when a payer says something else than before, and what to do about a reject. */
final class EligibilityChangeTest {
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();
    private static final Visit VISIT = Visit.on(LocalDate.of(2026, 3, 10), List.of("A6", "MH"));

    private static EligibilityAnswer answer(String segments) throws IOException {
        List<String> said = List.of(segments.split("~"));
        return Answers.of(Answers.file("20260309", List.of("NM1*IL*1*DOE*JANE****MI*M1"), said))
                .answers()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EB*1**30^MH;EB*6**30;became-inactive",
                "EB*6**30;EB*1**30^MH;became-active",
                "EB*1**MH;EB*I**MH;became-inactive",
                "EB*1**MH;EB*1**MH~LS*2120~NM1*VN*2*MIND MANAGERS*****PI*MM1~LE*2120;payer-changed",
                "EB*1**MH~EB*F**MH***29***VS*1;EB*1**MH~EB*F**MH***29***VS*0;visits-run-out",
                "EB*1**MH~EB*F**MH***29***VS*9;EB*1**MH~EB*F**MH***29***VS*8;''",
                "EB*1**MH;EB*1**MH********Y;authorization-required",
                "EB*1**MH********Y;EB*1**MH********N;''",
                "EB*1**MH~EB*B**MH***27*20;EB*1**MH~EB*B**MH***27*25;copay-changed",
                "EB*1**MH~EB*B**MH***27*20;EB*1**MH~EB*B**MH***27*20.00;''",
                "EB*1**MH~EB*A**MH*****.1;EB*1**MH~EB*A**MH*****.2;coinsurance-changed",
                "EB*1**MH~EB*C**30***23*500;EB*1**MH~EB*C**30***23*800;deductible-changed",
                "EB*1**MH~EB*C**30***29*500;EB*1**MH~EB*C**30***29*400;''",
                "EB*1**MH*********Y;EB*1**MH*********N;network-changed",
                "EB*1**MH;EB*1**MH~EB*R**30~LS*2120~NM1*PRP*2*OTHER*****PI*O1~LE*2120;other-coverage",
            })
    void saysWhatChanged(String before, String after, String changes) throws IOException {
        List<EligibilityChange> found = EligibilityChange.between(answer(before), answer(after), VISIT);
        List<String> expected = changes.isEmpty() ? List.of() : List.of(changes);
        assertEquals(
                expected, found.stream().map(change -> change.kind().code()).toList());
    }

    @Test
    void anotherMemberNumberIsAChange() throws IOException {
        EligibilityAnswer before = answer("EB*1**MH");
        EligibilityAnswer after = Answers.of(
                        Answers.file("20260309", List.of("NM1*IL*1*DOE*JANE****MI*M2"), List.of("EB*1**MH")))
                .answers()
                .get(0);
        assertEquals(
                EligibilityChange.Kind.MEMBER_NUMBER_CHANGED,
                EligibilityChange.between(before, after, VISIT).get(0).kind());
    }

    @Test
    void aQuestionThatIsNotAnsweredIsNoChange() throws IOException {
        EligibilityAnswer queued = EligibilityAnswer.of(new EligibilityAnswer.Heading(
                "T1",
                EligibilityAnswer.Origin.PAYER,
                EligibilityAnswer.Outcome.QUEUED,
                java.time.Instant.EPOCH,
                "",
                ""));
        assertEquals(List.of(), EligibilityChange.between(answer("EB*1**MH"), queued, VISIT));
        assertEquals(List.of(), EligibilityChange.between(queued, answer("EB*1**MH"), VISIT));
    }

    @Test
    void eachKindOfChangeHasARow() {
        Set<String> rows = new TreeSet<>();
        BOOK.table(EligibilityTables.CHANGES).rows().forEach(row -> rows.add(row.rule()));
        Set<String> kinds = new TreeSet<>();
        Arrays.stream(EligibilityChange.Kind.values()).forEach(kind -> kinds.add("change-" + kind.code()));
        assertEquals(kinds, rows);
    }

    @ParameterizedTest
    @CsvSource({
        "42, RETRY", "80, RETRY", "72, FIX_DEMOGRAPHICS", "73, FIX_DEMOGRAPHICS", "75, FIX_DEMOGRAPHICS",
        "71, FIX_DEMOGRAPHICS", "58, FIX_DEMOGRAPHICS", "43, FIX_PROVIDER", "51, FIX_PROVIDER", "52, FIX_DATES",
        "62, FIX_DATES", "63, FIX_DATES", "T4, ASK_PAYER"
    })
    void aRejectSaysWhatToDoNext(String code, NextStep.Kind kind) {
        NextStep next = NextStep.of(new Reject(Reject.Level.SUBSCRIBER, code, ""), BOOK, LocalDate.of(2026, 3, 10));
        assertEquals(kind, next.kind());
        assertTrue(next.message().length() > 10 && next.fix().length() > 10);
    }
}
