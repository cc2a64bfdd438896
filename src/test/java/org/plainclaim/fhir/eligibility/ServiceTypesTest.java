package org.plainclaim.fhir.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.eligibility.Standing;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.x12.eligibility.Answers;

/** What speaks for a service: what a plan says of mental health is not taken for substance use. */
final class ServiceTypesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final ServiceTypes TYPES =
            new ServiceTypes(RuleLoader.load(TerminologyFolder.shipped()).base(), DAY);

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        ", A8 A6 MH, 30 MH A6 A8",
        "MH, MH, 30 MH",
        "A6, A6 MH, 30 MH A6",
        "AI, AI, 30 MH AI",
        "BB, BB, 30 MH BB",
        "A7, A7, 30 MH A7",
        "AI MH, AI, 30 MH AI",
        "MH AI, AI, 30 AI MH",
        "98, 98, 30 98"
    })
    void whatIsNamedDecidesWhatIsAskedAndWhatSpeaks(String named, String speaking, String asked) {
        assertEquals(words(speaking), TYPES.speaking(words(named)));
        assertEquals(words(asked), TYPES.asked(words(named)));
    }

    @Test
    void aPlanThatSaysMentalHealthOnlySaysNothingOfSubstanceUse() throws Exception {
        assertEquals(Standing.PLAN_ONLY, standing("AI", "EB*1**30", "EB*1**MH"));
        assertEquals(Standing.NOT_SAID, standing("AI", "EB*1**MH"));
        assertEquals(Standing.ACTIVE, standing("AI", "EB*1**30", "EB*1**AI"));
        assertEquals(Standing.PLAN_ONLY, standing("AI", "EB*1**30", "EB*I**MH"));
        assertEquals(Standing.ACTIVE, standing("A6", "EB*1**30", "EB*1**MH"));
    }

    private static Standing standing(String named, String... benefits) throws Exception {
        String file =
                Answers.file("20260310", List.of("NM1*IL*1*DOE*JANE****MI*M1", "DMG*D8*19900501*F"), List.of(benefits));
        Visit visit = Visit.on(DAY, TYPES.speaking(List.of(named)));
        return new ServiceBenefits(Answers.of(file).answers().get(0), visit).standing();
    }
}
