package org.plainclaim.simulator.eligibility;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the simulated payer answers about one member.
 *
 * @param standing what it says in the first place
 * @param copay dollars of each visit; empty if it keeps that to itself
 * @param visitsLeft visits left of {@value #VISITS}; empty if there is no limit
 * @param authorization {@code Y}, {@code N} or empty
 * @param carveOut name of who pays for mental health in its place; empty if nobody does
 * @param other name of another payer of the member; empty if there is none
 */
record SimulatedMember(
        Standing standing, String copay, String visitsLeft, String authorization, String carveOut, String other) {
    static final int VISITS = 30;

    /** What the payer says in the first place. */
    enum Standing {
        /** Covered. */
        ACTIVE,
        /** The coverage ended. */
        INACTIVE,
        /** Mental health is not covered. */
        NOT_COVERED,
        /** There is no such member. */
        UNKNOWN,
        /** The payer can not answer now. */
        BUSY
    }

    private static final SimulatedMember USUAL = new SimulatedMember(Standing.ACTIVE, "25", "12", "N", "", "");

    /**
     * What is said of a member of whom the file says nothing: the last digit of the number decides, so that everybody can
     * make every case without a file.
     */
    static SimulatedMember byNumber(String number) {
        char last = number.isEmpty() ? '0' : number.charAt(number.length() - 1);
        return switch (last) {
            case '3' -> new SimulatedMember(Standing.ACTIVE, "25", "0", "N", "", "");
            case '4' -> new SimulatedMember(Standing.ACTIVE, "25", "12", "N", "", "SIMULATED SECOND PAYER");
            case '5' -> new SimulatedMember(Standing.ACTIVE, "", "", "", "", "");
            case '6' -> new SimulatedMember(Standing.INACTIVE, "", "", "", "", "");
            case '7' -> new SimulatedMember(Standing.ACTIVE, "25", "12", "Y", "", "");
            case '8' -> new SimulatedMember(Standing.ACTIVE, "", "", "", "SIMULATED MIND MANAGERS", "");
            case '9' -> new SimulatedMember(Standing.UNKNOWN, "", "", "", "", "");
            default -> USUAL;
        };
    }

    /**
     * The members of a file: {@code number name=value name=value ...}, one a line; {@code #} begins a comment.
     *
     * @throws IllegalArgumentException if a line can not be read; says which
     */
    static Map<String, SimulatedMember> read(List<String> lines) {
        Map<String, SimulatedMember> members = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                String[] words = line.split("\\s+", -1);
                members.put(words[0], member(words, i + 1));
            }
        }
        return Map.copyOf(members);
    }

    private static SimulatedMember member(String[] words, int line) {
        SimulatedMember member = USUAL;
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("line " + line + ": write name=value");
            }
            member = member.with(words[i].substring(0, equals), words[i].substring(equals + 1), line);
        }
        return member;
    }

    private SimulatedMember with(String name, String value, int line) {
        String plain = value.replace('_', ' ').toUpperCase(Locale.ROOT);
        return switch (name) {
            case "standing" -> new SimulatedMember(
                    standing(value, line), copay, visitsLeft, authorization, carveOut, other);
            case "copay" -> new SimulatedMember(
                    standing, number(value, line), visitsLeft, authorization, carveOut, other);
            case "visits-left" -> new SimulatedMember(
                    standing, copay, number(value, line), authorization, carveOut, other);
            case "authorization" -> new SimulatedMember(standing, copay, visitsLeft, plain, carveOut, other);
            case "carve-out" -> new SimulatedMember(standing, copay, visitsLeft, authorization, plain, other);
            case "other" -> new SimulatedMember(standing, copay, visitsLeft, authorization, carveOut, plain);
            default -> throw new IllegalArgumentException(
                    "line " + line + ": a member has standing, copay, visits-left, authorization, carve-out and other");
        };
    }

    private static Standing standing(String value, int line) {
        try {
            return Standing.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + line + ": standing is active, inactive, not-covered, unknown or busy", e);
        }
    }

    private static String number(String value, int line) {
        if (!value.matches("[0-9]{0,6}")) {
            throw new IllegalArgumentException("line " + line + ": copay and visits-left are whole numbers, or empty");
        }
        return value;
    }
}
