package org.plainclaim.server.desk.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plainclaim.server.desk.page.Visit;

/**
 * What a learner put into the form.
 *
 * @param decision {@code bill} or {@code hold}; empty before it is made
 * @param lines the rows for lines, blank ones too
 * @param diagnoses the fields for diagnoses in their order, blank ones too
 * @param gaps the gaps that were ticked
 */
public record Given(String decision, List<Line> lines, List<String> diagnoses, List<String> gaps) {
    private static final int LINES = 6;
    private static final int DIAGNOSES = 12;
    private static final int OPEN_LINES = 2;
    private static final int OPEN_DIAGNOSES = 4;
    private static final String GAP = "gap-";

    /** A field for a diagnosis: the number that lines name it by, and what was typed. */
    public record Place(int number, String code) {}

    /** A row for a line, as it was typed. */
    public record Line(
            int number, String code, String modifiers, String units, String place, String pointers, String revenue) {
        /** Whether nothing was put there; the units are there from the beginning. */
        public boolean blank() {
            return (code + modifiers + place + pointers + revenue).isEmpty();
        }

        /** The line as the operation takes it. */
        String written() {
            String marks = words(modifiers).map(word -> "-" + word).reduce("", String::concat);
            return code + marks + " x" + (units.isEmpty() ? "1" : units) + (place.isEmpty() ? "" : " @" + place)
                    + (pointers.isEmpty()
                            ? ""
                            : " ->" + String.join(",", words(pointers).toList()))
                    + (revenue.isEmpty() ? "" : " /" + revenue);
        }

        private static Stream<String> words(String text) {
            return Stream.of(text.split("[^A-Za-z0-9]+", -1)).filter(word -> !word.isEmpty());
        }

        /** The key of the words for what is wrong with it; empty if nothing is. */
        public String fault() {
            if (blank()) {
                return "";
            }
            if (!code.matches("[A-Za-z0-9]{5}")) {
                return "lesson.fault.code";
            }
            if (!words(modifiers).allMatch(word -> word.matches("[A-Za-z0-9]{2}"))) {
                return "lesson.fault.modifiers";
            }
            if (!units.matches("[0-9]{0,4}")) {
                return "lesson.fault.units";
            }
            if (!words(pointers).allMatch(word -> word.matches("[0-9]{1,2}"))) {
                return "lesson.fault.pointers";
            }
            return revenue.matches("|[0-9]{4}") && place.matches("|[0-9]{2}") ? "" : "lesson.fault.revenue";
        }
    }

    /** What was sent; nothing at all is an empty form. */
    static Given of(Visit visit) {
        return new Given(
                visit.field("decision"),
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(number -> line(visit, number))
                        .toList(),
                IntStream.rangeClosed(1, DIAGNOSES)
                        .mapToObj(number -> visit.field("diagnosis-" + number))
                        .toList(),
                visit.sent().keySet().stream()
                        .filter(name -> name.startsWith(GAP))
                        .map(name -> name.substring(GAP.length()))
                        .sorted()
                        .toList());
    }

    private static Line line(Visit visit, int number) {
        String units = visit.sent().getOrDefault("units-" + number, "1").strip();
        return new Line(
                number,
                visit.field("code-" + number),
                visit.field("modifiers-" + number),
                units,
                visit.field("place-" + number),
                visit.field("pointers-" + number),
                visit.field("revenue-" + number));
    }

    /** Whether it is billed. */
    public boolean bills() {
        return decision.equals("bill");
    }

    /** Whether it is held. */
    public boolean holds() {
        return decision.equals("hold");
    }

    /** The rows that are always open. */
    public List<Line> firstLines() {
        return lines.subList(0, OPEN_LINES);
    }

    /** The other rows. */
    public List<Line> moreLines() {
        return lines.subList(OPEN_LINES, lines.size());
    }

    /** Whether something was put into the other rows, so that they have to be open, too. */
    public boolean hasMoreLines() {
        return !moreLines().stream().allMatch(Line::blank);
    }

    /** The fields for diagnoses that are always open. */
    public List<Place> firstDiagnoses() {
        return places().subList(0, OPEN_DIAGNOSES);
    }

    /** The other fields for diagnoses. */
    public List<Place> moreDiagnoses() {
        return places().subList(OPEN_DIAGNOSES, diagnoses.size());
    }

    /** Whether something was put into the other fields for diagnoses. */
    public boolean hasMoreDiagnoses() {
        return moreDiagnoses().stream().anyMatch(place -> !place.code().isEmpty());
    }

    private List<Place> places() {
        return IntStream.range(0, diagnoses.size())
                .mapToObj(index -> new Place(index + 1, diagnoses.get(index)))
                .toList();
    }

    /** Whether the form can be marked as it is. */
    public boolean whole() {
        return decided()
                && (holds() || lines.stream().allMatch(line -> line.fault().isEmpty()));
    }

    /** Whether it was said what becomes of the session. */
    public boolean decided() {
        return bills() || holds();
    }

    /** What goes with the decision, by the names of the operation; the rest of the form was not looked at. */
    Map<String, List<String>> parts() {
        return holds()
                ? Map.of("gap", gaps)
                : Map.of(
                        "line",
                        lines.stream()
                                .filter(line -> !line.blank())
                                .map(Line::written)
                                .toList(),
                        "diagnosis",
                        diagnoses.stream()
                                .filter(code -> !code.isEmpty())
                                .map(code -> code.toUpperCase(Locale.ROOT))
                                .toList());
    }
}
