package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.server.desk.page.Fields;

/**
 * The marks of an answer.
 *
 * @param points what it earned
 * @param best most points of any answer
 * @param of what could be earned
 * @param attempts how often the case was answered
 * @param groups the marks by what they are about
 * @param teaching what is to be learned
 * @param release version of the rules
 */
public record Marks(int points, int best, int of, int attempts, List<Group> groups, String teaching, String release) {
    /**
     * Marks that belong together, such as those of one line.
     *
     * @param about {@code decision}, {@code gap}, {@code line} or {@code diagnoses}
     * @param subject the gap or the code of the line; empty for the whole claim
     */
    public record Group(String about, String subject, List<Mark> marks) {
        /** Whether another code was given, so that nothing else of the line could be compared. */
        public boolean otherCode() {
            return about.equals("line") && marks.get(0).judgement().equals("wrong");
        }

        /** What was earned here. */
        public int points() {
            return marks.stream().mapToInt(Mark::points).sum();
        }

        /** What could be earned here. */
        public int of() {
            return marks.stream().mapToInt(Mark::of).sum();
        }
    }

    /** What is said of one thing. */
    public record Mark(
            String about,
            String judgement,
            Pair words,
            int points,
            int of,
            String because,
            String fix,
            List<Rule> rules) {
        /** Whether it is said by the words of the decision. */
        public boolean isDecision() {
            return about.equals("decision");
        }

        /** Whether it is about what stands beside the code of a line. */
        public boolean isPart() {
            return !Set.of("decision", "gap", "code", "diagnoses").contains(about);
        }

        /** Whether it is said by the words of a gap. */
        public boolean isGap() {
            return about.equals("gap");
        }
    }

    /** What was answered, and what the rules derive. */
    public record Pair(String given, String expected) {}

    /** A rule that decided. */
    public record Rule(String id, String citation, String from, String to, String verified, String confidence) {}

    /** Whether every point was earned. */
    public boolean full() {
        return points >= of;
    }

    /** Reads the answer of {@code $training-answer}. */
    static Marks of(JsonNode answer) {
        JsonNode result = Fields.parameters(answer, "result").findFirst().orElse(answer);
        return new Marks(
                CaseRow.number(result, "points"),
                CaseRow.number(result, "best"),
                CaseRow.number(result, "of"),
                CaseRow.number(result, "attempts"),
                groups(Fields.parameters(answer, "mark").collect(Collectors.toList())),
                Fields.value(answer, "teaching"),
                Fields.value(answer, "release"));
    }

    /** A code begins a line, and what is said of its parts follows. */
    private static List<Group> groups(List<JsonNode> marks) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode mark : marks) {
            String about = Fields.value(mark, "about");
            switch (about) {
                case "decision", "gap", "diagnoses" -> groups.add(group(about, mark));
                case "code" -> groups.add(group("line", mark));
                default -> {
                    if (groups.isEmpty()) {
                        groups.add(group("line", mark));
                    } else {
                        groups.get(groups.size() - 1).marks().add(mark(mark));
                    }
                }
            }
        }
        return groups;
    }

    private static Group group(String about, JsonNode mark) {
        return new Group(about, Fields.value(mark, "subject"), new ArrayList<>(List.of(mark(mark))));
    }

    private static Mark mark(JsonNode mark) {
        return new Mark(
                Fields.value(mark, "about"),
                Fields.value(mark, "judgement"),
                new Pair(Fields.value(mark, "given"), Fields.value(mark, "expected")),
                CaseRow.number(mark, "points"),
                CaseRow.number(mark, "of"),
                Fields.value(mark, "because"),
                Fields.value(mark, "fix"),
                Fields.parameters(mark, "rule").map(Marks::rule).distinct().toList());
    }

    private static Rule rule(JsonNode rule) {
        return new Rule(
                Fields.value(rule, "id"),
                Fields.value(rule, "citation"),
                Fields.value(rule, "from"),
                Fields.value(rule, "to"),
                Fields.value(rule, "verified"),
                Fields.value(rule, "confidence"));
    }
}
