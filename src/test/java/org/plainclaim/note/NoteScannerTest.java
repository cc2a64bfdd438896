package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoteScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            nullValues = "nothing",
            value = {
                "modality: Ther. introduced a thought record. => cbt",
                "modality: Used trauma-focused CBT. => trauma-focused-cbt",
                "modality: Modality: [x] CBT [ ] DBT [x] EMDR => cbt, emdr",
                "modality: Treatment approach | Solution-focused => solution-focused",
                "modality: Did not use EMDR today. => nothing",
                "modality: EMDR was raised by parent - declined by pt. => nothing",
                "modality: EMDR USED = NO => nothing",
                "modality: CBT planned for next session. => nothing",
                "modality: Plan: start DBT skills group => nothing",
                "modality: Last session we did EMDR. => nothing",
                "modality: Client said \"CBT never works\". => nothing",
                "modality: Pt agreed to act on it. => nothing",
                "modality: ACT: values card sort => act",
                "modality: CPT code: 90834 => nothing",
                "modality: 61 y/o s/p MI day 3 => nothing",
                "modality: pt sees outside therapist for CBT => nothing",
                "modality: Cognitive restructuring was considered but not used. => nothing",
                "attendance: Pt arrived 10:12. => present",
                "attendance: Met with patient in the office. => present",
                "attendance: Pt did not show. => absent",
                "attendance: Pt cancelled by portal. => absent",
                "attendance: Mother did not attend. => nothing",
                "attendance: Attendance: [ ] Present [x] No show => absent",
                "attendance: Pt was present for the first 40 min, then left. => part",
                "attendance: Client attended. She left early for work. => part",
                "attendance: Mother joined for the last 10 minutes. => nothing",
                "attendee: Present: pt, father, older sister. Mother did not attend. => father, sibling",
                "attendee: Mother joined by video. => mother",
                "attendee: Wife waited in the lobby. => nothing",
                "attendee: Present: (x) mother (x) grandparent ( ) father => mother, grandparent",
                "attendee: Pt was brought by partner. => partner",
                "attendee: Client argued with her mother at home. => nothing",
                "group-size: Group: 7 of 9 pts attended. => 7",
                "group-size: Process group, group of six today. => 6",
                "group-size: Skills group, 8 members present. => 8",
                "group-size: Lost 2 clients at work. => nothing",
                "group-size: Group: 8 members. All six members present finished. => 8, 6",
                "telehealth: Session held by secure video. => audio-video",
                "telehealth: Phone session (audio-only). => audio-only",
                "telehealth: Session by video; no switch to phone was needed. => audio-video",
                "telehealth: Plan: video visit on Tuesday => nothing",
                "telehealth: Sister by phone at noon. => nothing",
                "telehealth-consent: Pt gave verbal consent to telehealth. => yes",
                "telehealth-consent: Telehealth consent: [ ] yes  [x] no => no",
                "telehealth-consent: Telehealth Consent .... Obtained => yes",
                "telehealth-consent: Client declined telehealth. => no",
                "patient-place: Pt located at home. Provider in office. => home",
                "clinician-place: Pt located at home. Provider in office. => office",
                "patient-place: Patient Location: Home => home",
                "patient-place: Pt spoke about work at length. => nothing",
                "suicidal-ideation: Denies SI/HI. => denied",
                "homicidal-ideation: Denies SI/HI. => denied",
                "suicidal-ideation: No suicidal or homicidal ideation. => denied",
                "suicidal-ideation: SI: denies. HI: denies. => denied",
                "suicidal-ideation: Passive SI present, no plan. => present",
                "suicidal-ideation: H/o SI 2019, no attempt. => nothing",
                "suicidal-ideation: \"My husband wanted to kill himself,\" she said. => nothing",
                "suicidal-ideation: Gave feedback to a peer who voiced SI. => nothing",
                "suicidal-ideation: SI [ ] yes [x] no   HI [ ] yes [x] no => denied",
                "suicidal-ideation: SI: [ ] denied [ ] present => nothing",
                "suicidal-ideation: SI denied. HI present. => denied",
                "homicidal-ideation: SI denied, HI present: target named. => present",
                "suicidal-ideation: She no longer has suicidal thoughts. => denied",
                "suicidal-ideation: Last session pt endorsed SI. => nothing",
                "suicidal-ideation: SI: n/a => nothing",
                "score: PHQ-9 14 (was 19 on 2/3). => phq-9 14",
                "score: GAD-7: 17. PHQ-2: 2. => gad-7 17, phq-2 2",
                "score: PHQ9 = 41 (TODAY) => phq-9 41",
                "score: PHQ-9 last month 17, not repeated today. => nothing",
                "score: PHQ-A 12 on 10/1 => nothing",
                "score: PHQ-9: ____ => nothing",
                "score: AUDIT-C 6, AUDIT 22 => audit-c 6, audit 22",
                "score: We audit 22 charts. => nothing",
                "signature: Maren Oduya-Plight, LCSW => Maren Oduya-Plight, LCSW",
                "signature: /s/ Ilse Vandermoor, LPC => Ilse Vandermoor, LPC",
                "signature: Electronically signed by: Tobin Achterlund, LMFT on 03/06 => Tobin Achterlund, LMFT",
                "signature: Isolde Farraday, Ph.D., Licensed Psychologist => Isolde Farraday, Ph.D., Licensed Psychologist",
                "signature: Signature on file. => nothing",
                "signature: Signed: ______________ => nothing",
                "signature: Initials: TW => nothing",
                "signature: Spoke with Dana Whitcombe, LCSW about housing. => nothing",
            })
    void statesWhatTheTextSays(String factAndText, String values) {
        int colon = factAndText.indexOf(": ");
        String found = Scanned.of(factAndText.substring(0, colon), factAndText.substring(colon + 2));
        assertEquals(values == null ? "" : values, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "Mental Status: mood down, affect full => mental-status",
                "P: RTC 1 wk => plan",
                "## Plan\\nDietitian next week. => plan",
                "Medical necessity: still misses work twice a week => medical-necessity",
                "Disposition: home with partner => disposition",
            })
    void seesSectionsThatSaySomething(String text, String section) {
        assertEquals(section, Scanned.of(NoteFacts.SECTION, text.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plan:",
                "Plan: n/a",
                "MSE: deferred",
                "Risk:\n",
                "Interventions: n/a\nResponse: n/a",
                "RESPONSE\n\n"
            })
    void anEmptyHeadingIsNoSection(String text) {
        assertEquals("", Scanned.of(NoteFacts.SECTION, text));
    }

    @Test
    void statesWhereItStands() {
        String text = "Session 14:02-14:55.";
        Mention start = Scanned.SCANNER.scan(text).get(0);
        assertEquals(NoteFacts.START, start.fact());
        assertEquals(LocalTime.of(14, 2), start.value());
        assertEquals(
                "14:02-14:55", text.substring(start.span().from(), start.span().to()));
    }

    @Test
    void showsWhatContradictsItself() {
        NoteReading reading = Scanned.SCANNER.read(List.of(
                new NoteText("Composition/1", "Composition.text", "Time in/out: 10:00-10:53"),
                new NoteText("Composition/1", "Composition.section[0].text", "Met with patient from 10:00 to 10:45.")));
        assertEquals(Map.of(NoteFacts.STOP, List.of(LocalTime.of(10, 53), LocalTime.of(10, 45))), reading.conflicts());
    }

    @Test
    void theSameSaidTwiceIsNoContradiction() {
        NoteReading reading = Scanned.SCANNER.read(List.of(new NoteText(
                "Composition/1",
                "Composition.text",
                "Session 17:00–17:45. Session started 17:00 and finished 17:45.")));
        assertEquals(Map.of(), reading.conflicts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CBT ",
                "\"",
                "(",
                "[ ",
                "[x] SI no ",
                "10:00-",
                "1:",
                "from ten to ",
                "no ",
                "Plan: ",
                "ACT",
                ".",
                "a.",
                "Mother, ",
                "A B, LCSW ",
                "\n",
                "- ",
                "twenty-",
                "SI, ",
                "present: mother ",
                "session 10:00-10:50 (50 min) ",
                "PHQ-9 : "
            })
    void readsAMegabyteOfAnythingInAboutASecond(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertTimeout(Duration.ofSeconds(10), () -> Scanned.SCANNER.scan(text));
    }
}
