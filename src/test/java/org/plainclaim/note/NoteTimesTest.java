package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoteTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Session 14:02-14:55, in person => 14:02 14:55",
                "Session time: 11:31 – 12:24 => 11:31 12:24",
                "Session from 11:30-12:20 PM => 11:30 12:20",
                "2-2:45 PM Individual => 14:00 14:45",
                "10a-10:53a indiv. => 10:00 10:53",
                "INDIV TX 1402-1455 => 14:02 14:55",
                "I: 0930-1015. Prompted a shower. => 09:30 10:15",
                "Session 14.02 h – 14.55 h => 14:02 14:55",
                "Client was seen from 9:00 to 9:53 am. => 09:00 09:53",
                "Met with pt 9 am to 9:45 am => 09:00 09:45",
                "Met with client from 1 pm until 2:30 pm. => 13:00 14:30",
                "We met from quarter past two until three. => 14:15 15:00",
                "The session ran from ten to eleven. => 10:00 11:00",
                "Session from a quarter to nine until nine-thirty in the morning. => 08:45 09:30",
                "Group met from four to five-thirty in the afternoon. => 16:00 17:30",
                "Start Time: 09:34 AM\\nEnd Time: 10:27 AM => 09:34 10:27",
                "Time In ........ 07:02 AM\\nTime Out ....... 07:47 AM => 07:02 07:47",
                "| Face-to-face start | 1530 |\\n| Face-to-face stop | 1623 | => 15:30 16:23",
                "Session began 10:14 and ended 10:55. => 10:14 10:55",
                "Start 3:05 PM / End 3:50 PM. => 15:05 15:50",
                "started nine thirty a m and we finished at ten twenty a m => 09:30 10:20",
                "We began at half past three and had to stop at ten past four. => 15:30 16:10",
                "Crisis session 11:20 PM - 12:35 AM => 23:20 00:35",
                "Session 1:05-1:58 => 13:05 13:58",
                "Session 11:45 to 12:30 => 11:45 12:30",
                "Session held between 3:00 and 3:50 pm. => 15:00 15:50",
                "Tme in  6 : 02 pm     Tme out  6 : 47 pm => 18:02 18:47",
                "E/M 14:00-14:15, psychotherapy 14:15-14:55 => 14:15 14:55",
                "Visit 10:00-10:50 Eastern (9:00-9:50 pt's local time) => 10:00 10:50",
                "Session: 9:00 a.m. to 9:50 a.m. Client was calm. => 09:00 09:50",
                "Session began at noon and ended at 12:50 pm. => 12:00 12:50",
                "Time: 8:00-8:53pm => 20:00 20:53",
                "Therapy session 10:03am–10:56am => 10:03 10:56",
                "Session 4pm-5pm => 16:00 17:00",
                "Session started at 2:00 PM and concluded at 2:53 PM => 14:00 14:53",
            })
    void readsWhenTheSessionWas(String text, String times) {
        String found = Scanned.of(NoteFacts.START, lines(text)) + " " + Scanned.of(NoteFacts.STOP, lines(text));
        assertEquals(times, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scheduled: 10:00-11:00",
                "Appt 10:00-10:50, client did not come in.",
                "Originally booked for 9:00-9:53 this morning.",
                "Next session 3/4 from 5:00 to 5:50 pm.",
                "Plan: skills group Wed 6-7:30 pm",
                "Last session 10:00-10:45.",
                "[Previous note 5/06: Start 10:00 End 10:45]",
                "Pt's daughter phoned 1:40-1:52 PM to confirm transport.",
                "Takes sertraline 50 mg at 9 pm and sleeps 12:30-6:00.",
                "Boss called 10:00-10:45 meeting about errors.",
                "8:12 am call w/ pharmacy. 9:05 am call w/ PCP.",
                "She said \"the session was 10:00-10:45 last time\".",
                "Client is 53 y/o, BP 120/45, SUDS 8 to 3.",
                "Call 555-1402-1455 or 988.",
                "Served 2011-2019 in the Navy.",
                "Pt did not show for session 1:00-1:53 PM.",
                "Fire drill 3:20-3:26 pm.",
                "Score went from ten to eleven.",
                "Note opened 15:58:07, note closed 17:20:44.",
                "Signed On: 04/02 11:15 AM",
                "Start Time:\nEnd Time:",
                "Started sertraline at 9:00 pm.",
                "Will meet from 10:00 to 10:50 next week.",
            })
    void leavesOtherTimesAlone(String text) {
        assertEquals("", Scanned.of(NoteFacts.START, text) + Scanned.of(NoteFacts.STOP, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Session 14:02-14:55 (53 min), in person => 53",
                "45-minute session => 45",
                "Individual session lasted fifty-three minutes. => 53",
                "client came in and we went one hour and five minutes => 65",
                "Seen for individual psychotherapy today (0:53). => 53",
                "50' ind tx. Pt c/o worry. => 50",
                "Actual Duration: 44 min => 44",
                "SESSION LENGTH = 1 hour => 60",
                "Length: 45 => 45",
                "We met for 50 minutes. => 50",
                "I saw the family for 50 minutes. => 50",
                "Intervention: 52 min. Safety planning. => 52",
                "Session length: 1 hr 5 min => 65",
                "Total session time: 1h 5m => 65",
                "Intake by video, 90 minutes. => 90",
                "The session lasted an hour. => 60",
                "60 minute individual therapy session => 60",
            })
    void readsHowLongTheSessionWas(String text, String minutes) {
        assertEquals(minutes, Scanned.of(NoteFacts.MINUTES, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mother joined for the last 10 minutes.",
                "Pt walks 30 min daily and sleeps 420 min.",
                "Worry time 20 min daily at 6 pm.",
                "Appt: 03/18 14:00 (53 min slot)",
                "PLANNED LENGTH\t53 min (90837)",
                "Pt was 10 min late.",
                "Sertraline 50 mg, 53 y/o.",
                "Next session will be 60 minutes.",
                "Call w/ pharmacy (6 min).",
                "They will hold one 20 min meeting on Sunday.",
                "Client said \"a 45 minute session is too short\".",
            })
    void leavesOtherLengthsAlone(String text) {
        assertEquals("", Scanned.of(NoteFacts.MINUTES, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "In addition to E/M, 16 min of psychotherapy: supportive => 16 and ",
                "E/M 14:00-14:15 (15 min). Psychotherapy 14:15-14:55 (40 min). => 40 and 15",
                "we spent twelve minutes on medication management and twenty-five minutes on psychotherapy => 25 and 12",
                "38 minutes of the visit were psychotherapy, apart from E/M. Total E/M time 20 minutes. => 38 and 20",
            })
    void tellsPsychotherapyFromEvaluation(String text, String minutes) {
        String found = Scanned.of(NoteFacts.PSYCHOTHERAPY_MINUTES, text) + " and "
                + Scanned.of(NoteFacts.EVALUATION_MINUTES, text);
        assertEquals(minutes.strip(), found.strip());
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
