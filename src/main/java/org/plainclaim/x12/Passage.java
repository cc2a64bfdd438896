package org.plainclaim.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a file says of one claim.
 *
 * @param kind TA1, or the number of the transaction set, such as 835
 * @param text its segments, a line each
 */
public record Passage(String kind, String text) {
    /** The head of a transaction is some dozen segments long. */
    private static final int MOST_OF_HEAD = 200;

    private static final Set<String> BEGIN_PAID = Set.of("CLP", "LX", "PLB", "SE");
    private static final Set<String> BEGIN_STATUS = Set.of("HL", "SE");
    private static final Set<String> BEGIN_SYNTAX = Set.of("AK2", "AK9", "SE");

    static Draft draft(Passages.About about, String kind, String component) {
        return new Draft(about, kind, component);
    }

    /** A transaction on its way: its head, and the part that is read. */
    static final class Draft {
        private final Passages.About about;
        private final String kind;
        private final String component;
        private final Set<String> begin;
        private final List<String> head = new ArrayList<>();
        private final List<String> error = new ArrayList<>();
        private List<String> part = new ArrayList<>();
        private boolean inHead = true;
        private boolean wanted;
        private boolean group;
        private boolean errorWanted;
        private List<List<String>> cut = List.of();

        private Draft(Passages.About about, String kind, String component) {
            this.about = about;
            this.kind = kind;
            this.component = component;
            this.begin = switch (kind) {
                case "835" -> BEGIN_PAID;
                case "277" -> BEGIN_STATUS;
                default -> BEGIN_SYNTAX;
            };
        }

        String kind() {
            return kind;
        }

        /** What the last segment ended, whole; none if it ended nothing that is wanted. */
        List<List<String>> cut() {
            return cut;
        }

        void take(String segment, String[] parts) {
            cut = List.of();
            if (begin.contains(parts[0])) {
                end();
                inHead = false;
            }
            if (inHead) {
                head(segment, parts);
            } else if (kind.equals("999")) {
                syntax(segment, parts);
            } else {
                part.add(segment);
                wanted |= names(parts);
            }
        }

        private void head(String segment, String[] parts) {
            if (parts[0].equals("AK1")) {
                String control = Passages.part(parts, 2);
                group = control.matches("[0-9]{1,9}") && about.controls().contains(Integer.parseInt(control));
            }
            if (head.size() < MOST_OF_HEAD) {
                head.add(segment);
            }
        }

        private boolean names(String[] parts) {
            return switch (parts[0]) {
                case "CLP" -> Passages.part(parts, 1).equals(about.number())
                        || (!about.payerNumber().isEmpty()
                                && Passages.part(parts, 7).equals(about.payerNumber()));
                case "TRN" -> Passages.part(parts, 2).equals(about.number());
                default -> false;
            };
        }

        /** An error is told only if its context names the claim: it can repeat what stood in another one. */
        private void syntax(String segment, String[] parts) {
            wanted |= group && (parts[0].equals("AK2") || parts[0].equals("AK9"));
            if (parts[0].equals("IK3") || parts[0].equals("IK5")) {
                endError();
            }
            if (parts[0].matches("IK3|IK4|CTX")) {
                error.add(segment);
                errorWanted |= Passages.part(parts, 1).equals("CLM01" + component + about.number());
            } else {
                part.add(segment);
            }
        }

        private void endError() {
            if (errorWanted) {
                part.addAll(error);
            }
            error.clear();
            errorWanted = false;
        }

        private void end() {
            endError();
            if (wanted) {
                List<String> whole = new ArrayList<>(head);
                whole.addAll(part);
                cut = List.of(whole);
            }
            part = new ArrayList<>();
            wanted = false;
        }
    }
}
