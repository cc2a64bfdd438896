package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certain is what a strict pattern says in a note without a doubt; everything else that is found is likely. */
final class GradeTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Session 10:02-10:55 => start 10:02, stop 10:55",
                "Start time: 10:02 am\\nStop time: 10:55 am => start 10:02, stop 10:55",
                "Session Start: 1402  Session End: 1455 => start 14:02, stop 14:55",
                "Met with client from 1 pm until 2:30 pm. => attendance present, start 13:00, stop 14:30",
                "Scheduled: 10:00-10:50. Session 10:04-10:50. => start 10:04, stop 10:50",
                "Session 08:05-08:58 => start 08:05, stop 08:58",
                "Session 10:02-10:55 (53 min) => minutes 53, start 10:02, stop 10:55",
                "Duration: 53 min => minutes 53",
                "53-minute session. => minutes 53",
                "Session lasted 45 minutes. => minutes 45",
                "E/M 12 min; psychotherapy 30 min. => evaluation-minutes 12, psychotherapy-minutes 30",
                "16 minutes of psychotherapy in addition to E/M. => psychotherapy-minutes 16",
                "Modality: CBT => modality cbt",
                "Interventions: used DBT skills. => modality dbt",
                "[x] EMDR [ ] CBT => modality emdr",
                "Patient arrived on time. => attendance present",
                "Child (6) was seen today. => attendance present",
                "Family session without the patient. => attendance absent",
                "Anxiety group, 8 members present. => group-size 8",
                "Process group. Group size: 6 => group-size 6",
                "Session held via secure video (audio and video). => telehealth audio-video",
                "Telephone session, audio only. => telehealth audio-only",
                "Duration: 53 min\\nLength: 45 min => minutes 45, minutes 53",
                "Anxiety group. Group size: 6. Attendance sheet: 7 patients. => group-size 6, group-size 7",
            })
    void isCertain(String text, String facts) {
        assertEquals(facts, certain(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Session 7:30-8:20. => start",
                "Session usually 10:00-10:50. => start",
                "Session 10:02-10:55 or so. => start",
                "Session 10:02-10:55. Addendum: note was late. => start",
                "Session 10:02-10:55. Her class is 11:10-11:40. => start",
                "Session 10:02-10:55. Client arrived at 10:20. => start",
                "Session 10:02-10:55, 45 minutes. => start",
                "Session 10:00-11:00\\nDuration: 45 min => minutes",
                "Session 10:02-10:55, paused for an alarm. => start",
                "Her therapist sees her 5:00-5:50 PM. Session today. => start",
                "Session length about 50 minutes. => minutes",
                "Session was cancelled, 53-minute session not held. => minutes",
                "Interventions: discussed CBT. => modality",
                "Talked of EMDR at the other clinic. => modality",
                "History: DBT used. => modality",
                "Interventions: CBT used. Copied forward from last note. => modality",
                "He arrived on time. => attendance",
                "Patient arrived on time and left early. => attendance",
                "Session by video. Switched to phone when the picture failed. => telehealth",
                "Video session, then in person in the office. => telehealth",
            })
    void isOnlyLikely(String text, String fact) {
        assertEquals("", certain(fact, text), "certain");
        if (!fact.equals("modality") && !text.contains("cancelled") && !text.startsWith("Her")) {
            assertNotEquals("", Scanned.of(fact, lines(text)), "found");
        }
    }

    private static String certain(String text) {
        List<String> facts = Scanned.SCANNER.scan(lines(text)).stream()
                .filter(Mention::isCertain)
                .map(mention -> mention.fact() + " " + mention.value())
                .distinct()
                .sorted()
                .toList();
        return String.join(", ", facts);
    }

    private static String certain(String fact, String text) {
        return Scanned.SCANNER.scan(lines(text)).stream()
                .filter(mention -> mention.fact().equals(fact) && mention.isCertain())
                .map(mention -> String.valueOf(mention.value()))
                .findFirst()
                .orElse("");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
