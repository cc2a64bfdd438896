package org.plainclaim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Finding;

/**
 * For every kind of service and every payer, each documentation requirement that applies to it has an answer: pass,
 * fail, bypassed or not-checked, but never silence.
 */
final class EveryRequirementAnswersTest {
    private static final Set<String> EVALUATIONS = Set.of("diagnostic-evaluation", "diagnostic-evaluation-medical");
    private static final Set<String> THERAPIES =
            Set.of("individual-psychotherapy", "family-psychotherapy", "group-psychotherapy");
    private static final Set<String> OTHER_THERAPIES = Set.of(
            "psychoanalysis", "multiple-family-group-psychotherapy", "biofeedback-psychotherapy", "hypnotherapy");
    private static final Set<String> INTEGRATED = Set.of("collaborative-care", "apcm-collaborative-care");
    private static final Set<String> SCREENINGS = Set.of(
            "developmental-screening",
            "brief-behavioral-assessment",
            "annual-depression-screening",
            "alcohol-misuse-screening",
            "alcohol-drug-screening");
    private static final Set<String> BRIEF_INTERVENTIONS =
            Set.of("substance-use-intervention", "alcohol-drug-brief-intervention");
    private static final Set<String> TESTING = Set.of(
            "psychological-testing-evaluation",
            "neuropsychological-testing-evaluation",
            "test-administration",
            "technician-test-administration");

    /**
     * To which kinds a requirement applies, and what makes it apply.
     *
     * @param number its number, such as {@code df02}
     * @param kinds the kinds of service
     * @param given what else has to be the case
     */
    private record Applies(String number, Predicate<String> kinds, Consumer<ObjectNode> given) {}

    private static final List<Applies> ALL = List.of(
            always("df01", kind -> true),
            always("df02", kind -> THERAPIES.contains(kind) || isCrisis(kind) || isAdaptive(kind)),
            always("df03", THERAPIES::contains),
            always("df04", kind -> THERAPIES.contains(kind) || OTHER_THERAPIES.contains(kind)),
            always("df05", kind -> THERAPIES.contains(kind) || OTHER_THERAPIES.contains(kind)),
            always(
                    "df06",
                    kind -> EVALUATIONS.contains(kind)
                            || THERAPIES.contains(kind)
                            || isCrisis(kind)
                            || kind.equals("evaluation-and-management")),
            always("df07", kind -> EVALUATIONS.contains(kind) || isCrisis(kind) || isIndividual(kind)),
            always("df08", kind -> true),
            always("df09", EveryRequirementAnswersTest::asksForAPlan),
            always("df10", EveryRequirementAnswersTest::asksForAPlan),
            always("df11", kind -> true),
            always("df12", kind -> THERAPIES.contains(kind) || isCrisis(kind)),
            always("df13", kind -> kind.contains("group")),
            new Applies("df14", EveryRequirementAnswersTest::isIndividual, facts -> facts.putObject("also")
                    .put("service", "evaluation-and-management")
                    .put("decision", "low low low")),
            new Applies(
                    "df15",
                    kind -> EVALUATIONS.contains(kind) || isIndividual(kind) || kind.equals("group-psychotherapy"),
                    facts -> facts.putArray("factors").add("play-equipment")),
            always("df16", EveryRequirementAnswersTest::isCrisis),
            always("df17", TESTING::contains),
            always("df18", SCREENINGS::contains),
            always("df19", kind -> kind.contains("health-behavior")),
            new Applies("df20", kind -> true, facts -> facts.put("class", "VR").put("telehealth", "audio-only")),
            always("df21", BRIEF_INTERVENTIONS::contains),
            always("df22", INTEGRATED::contains),
            always("df23", EveryRequirementAnswersTest::isAdaptive),
            always("df24", kind -> kind.startsWith("program-") && !kind.equals("program-screening")),
            always("df25", kind -> kind.equals("opioid-treatment-week")),
            always("df26", kind -> !TESTING.contains(kind)),
            always("df27", kind -> true),
            always("df28", kind -> true),
            always("df29", EveryRequirementAnswersTest::isIndividual),
            new Applies("df30", kind -> true, facts -> facts.put("supervised-by", "psychiatrist")));

    private static Applies always(String number, Predicate<String> kinds) {
        return new Applies(number, kinds, facts -> {});
    }

    private static boolean isIndividual(String kind) {
        return kind.equals("individual-psychotherapy");
    }

    private static boolean isCrisis(String kind) {
        return kind.equals("crisis-psychotherapy");
    }

    private static boolean isAdaptive(String kind) {
        return kind.contains("adaptive-behavior")
                || kind.contains("destructive-behavior")
                || kind.equals("technician-behavior-assessment");
    }

    private static boolean asksForAPlan(String kind) {
        return THERAPIES.contains(kind)
                || OTHER_THERAPIES.contains(kind)
                || EVALUATIONS.contains(kind)
                || isCrisis(kind)
                || (kind.startsWith("program-") && !kind.equals("program-screening"));
    }

    @Test
    void everyRequirementThatAppliesIsAnsweredWhateverIsDocumented() {
        Set<String> silent = new TreeSet<>();
        for (String payer : CleanSession.payers()) {
            for (String kind : CleanSession.kinds()) {
                for (Applies applies : ALL) {
                    if (applies.kinds().test(kind)) {
                        ObjectNode facts = CleanSession.of(kind, payer);
                        applies.given().accept(facts);
                        ask(applies.number(), facts, silent);
                        facts.putArray("missing")
                                .add("plan")
                                .add("note")
                                .add("signature")
                                .add("coded-sections");
                        ask(applies.number(), facts, silent);
                    }
                }
            }
        }
        assertEquals(Set.of(), silent);
    }

    private static void ask(String number, ObjectNode facts, Set<String> silent) {
        boolean answered =
                CleanSession.review(facts).stream().map(Finding::rule).anyMatch(rule -> rule.startsWith(number + "-"));
        if (!answered) {
            silent.add(number + " of " + facts.get("service").asText() + " for "
                    + facts.get("payer").asText());
        }
    }

    @Test
    void thereIsOneRowForEachOfTheThirtyRequirements() {
        assertEquals(30, ALL.stream().map(Applies::number).distinct().count());
    }
}
