package org.plainclaim.x12.acknowledgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.SyntaxError;

final class AcknowledgmentWordsTest {
    private static final AcknowledgmentWords WORDS =
            new AcknowledgmentWords(RuleLoader.load(TerminologyFolder.shipped()).base());

    @Test
    void saysWhatACodeMeansWhereItStands() {
        assertEquals(Optional.of("elements of the segment are wrong"), WORDS.of("IK3", "8"));
        assertEquals(Optional.of("the date is no date"), WORDS.of("IK4", "8"));
        assertEquals(WORDS.of("IK3", "8"), WORDS.of("AK3", "8"));
        assertEquals(Optional.of("an interchange with the same control number came before"), WORDS.of("TA1", "025"));
        assertEquals(Optional.empty(), WORDS.of("IK3", "99"));
        assertEquals(Optional.empty(), WORDS.of("", ""));
    }

    @Test
    void hasWordsForEveryCodeThatIsWrittenHere() {
        for (SyntaxError error : SyntaxError.values()) {
            boolean known = List.of("IK3", "IK4").stream()
                    .anyMatch(segment -> WORDS.of(segment, error.code()).isPresent());
            assertTrue(known, error::name);
        }
        for (String code : List.of("1", "2", "3", "4", "5", "6", "7", "I5", "I6")) {
            assertTrue(WORDS.of("IK5", code).isPresent(), code);
        }
    }
}
