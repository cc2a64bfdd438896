package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/**
 * The coverages of a patient in the order in which they pay.
 *
 * @param covers in order
 * @param decided false if no rule decides and they stand as they were registered
 * @param reasons the rules that decided, from the first pair on
 */
public record PayerOrder(List<CoverOnFile> covers, boolean decided, List<Source> reasons) {
    public PayerOrder {
        covers = List.copyOf(covers);
        reasons = List.copyOf(reasons);
    }

    /** Name of the payer that pays first; empty if there is no coverage. */
    public String first() {
        return covers.isEmpty() ? "" : covers.get(0).cover().payer().name();
    }

    /** Puts the coverages in order by the rules of a book on a date. */
    public static PayerOrder of(List<CoverOnFile> covers, LocalDate date, RuleBook book) {
        Table table = book.table(EligibilityTables.ORDER);
        List<CoverOnFile> left = new ArrayList<>(covers);
        left.sort(Comparator.comparingInt(cover -> cover.cover().order()));
        List<CoverOnFile> ordered = new ArrayList<>();
        List<Source> reasons = new ArrayList<>();
        boolean decided = true;
        while (left.size() > 1) {
            Optional<CoverOnFile> next = Optional.empty();
            for (CoverOnFile candidate : left) {
                List<Source> because = before(candidate, left, new Asked(table, date));
                if (because.size() == left.size() - 1) {
                    next = Optional.of(candidate);
                    reasons.addAll(because);
                    break;
                }
            }
            decided = decided && next.isPresent();
            CoverOnFile chosen = next.orElse(left.get(0));
            ordered.add(chosen);
            left.remove(chosen);
        }
        ordered.addAll(left);
        return new PayerOrder(ordered, decided, reasons.stream().distinct().toList());
    }

    private record Asked(Table table, LocalDate date) {}

    /** Why a coverage pays before others, a rule for each that it does pay before. */
    private static List<Source> before(CoverOnFile one, List<CoverOnFile> all, Asked asked) {
        List<Source> because = new ArrayList<>();
        for (CoverOnFile other : all) {
            if (!other.equals(one)) {
                decides(one, other, asked).ifPresent(because::add);
            }
        }
        return because;
    }

    /** The first step that holds one way and not the other; empty if it says the other pays first, or there is none. */
    private static Optional<Source> decides(CoverOnFile one, CoverOnFile other, Asked asked) {
        Map<Integer, Row> forOne = steps(one, other, asked);
        Map<Integer, Row> forOther = steps(other, one, asked);
        TreeSet<Integer> steps = new TreeSet<>(forOne.keySet());
        steps.addAll(forOther.keySet());
        for (int step : steps) {
            Row here = forOne.get(step);
            if (here == null || !forOther.containsKey(step)) {
                return Optional.ofNullable(here).map(Row::source);
            }
        }
        return Optional.empty();
    }

    private static Map<Integer, Row> steps(CoverOnFile one, CoverOnFile other, Asked asked) {
        Map<Integer, Row> steps = new HashMap<>();
        asked.table()
                .all(pair(one, other), asked.date())
                .forEach(row -> steps.put(Integer.valueOf(row.result("step")), row));
        return steps;
    }

    private static Situation pair(CoverOnFile one, CoverOnFile other) {
        Map<String, String> facts = new HashMap<>();
        describe(one, "", facts);
        describe(other, "other-", facts);
        boolean child = child(one) && child(other);
        facts.put("child", child ? "yes" : "no");
        LocalDate birth = one.cover().subscriber().birthDate();
        LocalDate otherBirth = other.cover().subscriber().birthDate();
        if (birth != null && otherBirth != null) {
            facts.put("birthday", compared(MonthDay.from(birth).compareTo(MonthDay.from(otherBirth))));
        }
        longer(one.cover().from(), other.cover().from()).ifPresent(longer -> facts.put("longer", longer));
        Situation situation = Situation.EMPTY;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            situation = situation.with(fact.getKey(), new Fact<>(fact.getValue(), List.of()));
        }
        return situation;
    }

    private static Optional<String> longer(@Nullable LocalDate from, @Nullable LocalDate otherFrom) {
        return from == null || otherFrom == null
                ? Optional.empty()
                : Optional.of(from.isBefore(otherFrom) ? "yes" : "no");
    }

    private static String compared(int compared) {
        return compared < 0 ? "earlier" : compared > 0 ? "later" : "same";
    }

    private static boolean child(CoverOnFile cover) {
        return cover.cover().relationship().equals("19");
    }

    private static void describe(CoverOnFile cover, String prefix, Map<String, String> facts) {
        Circumstances known = cover.circumstances();
        put(facts, prefix + "filing", cover.cover().filing());
        facts.put(prefix + "patient", cover.cover().ofPatient() ? "subscriber" : "dependent");
        put(facts, prefix + "employment", known.employment());
        put(facts, prefix + "cobra", yes(known.cobra()));
        put(facts, prefix + "court-order", yes(known.courtOrder()));
        String because = known.secondaryBecause();
        put(
                facts,
                prefix + "secondary-because",
                because.isEmpty() ? cover.cover().insuranceType() : because);
    }

    private static String yes(@Nullable Boolean flag) {
        return flag == null ? "" : flag ? "yes" : "no";
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }
}
