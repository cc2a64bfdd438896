package org.plainclaim.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/**
 * ICD-10-CM as lines: the order file (order number, code, leaf flag, short and long text at fixed places) or the codes
 * file (code and text, leaves only).
 */
final class DiagnosisLines {
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);
    private static final int CODE_FROM = 6;
    private static final int FLAG = 14;
    private static final int SHORT = 16;
    private static final int LONG = 77;
    /** Every release has it; codes of chapter 22, which begin with U, come after it. */
    private static final String LAST = "Z99";

    private static final int ENOUGH_TO_BE_WHOLE = 1_000;

    private final CodeTarget target;
    private final Faults faults;
    private boolean ordered;
    private int lastOrder;
    private long line;
    private String first = "";
    private String last = "";
    private boolean reachesLast;
    private @Nullable String openHeader;
    private final Set<String> leaves = new TreeSet<>();

    DiagnosisLines(CodeTarget target, Faults faults) {
        this.target = target;
        this.faults = faults;
    }

    void read(DecodedText text) throws IOException {
        BufferedReader reader = new BufferedReader(text, 1 << 16);
        for (String row = reader.readLine(); row != null; row = reader.readLine()) {
            line++;
            if (!row.isBlank() && row.charAt(0) != 0x1A) {
                ordered = first.isEmpty() ? Character.isDigit(row.charAt(0)) : ordered;
                if (ordered) {
                    order(row, text.endsWithLine());
                } else {
                    code(row);
                }
            }
        }
        end();
    }

    private void order(String row, boolean whole) {
        String number = row.length() < LONG ? "" : row.substring(0, 5);
        if (number.isEmpty() || !number.chars().allMatch(Character::isDigit)) {
            faults.add(
                    line,
                    row.length() < LONG
                            ? "the line is cut, or has other columns: it ends before the long text at 78"
                            : "wrong columns: '" + number + "' is no order number");
            return;
        }
        int order = Integer.parseInt(number);
        if (order <= lastOrder) {
            faults.add(line, "order number " + number + " comes after " + lastOrder);
        }
        lastOrder = order;
        String flag = row.substring(FLAG, FLAG + 1);
        if (!flag.equals("0") && !flag.equals("1")) {
            faults.add(line, "wrong columns: '" + flag + "' at 15 is neither 0 nor 1");
            return;
        }
        String label = row.substring(LONG).strip();
        if (!whole && label.length() < row.substring(SHORT, LONG).strip().length()) {
            faults.add(line, "the line is cut: its long text is shorter than its short text");
        }
        add(row.substring(CODE_FROM, FLAG - 1).strip(), label, flag.equals("1"));
    }

    private void code(String row) {
        int end = row.indexOf(' ') < 0 ? row.indexOf('\t') : row.indexOf(' ');
        String code = end < 0 ? row.strip() : row.substring(0, end);
        if (end < 0 || row.substring(end).isBlank()) {
            faults.add(line, "the line is cut, or has other columns: no text behind '" + shown(code) + "'");
            return;
        }
        leaves.add(code);
        add(code, row.substring(end).strip(), true);
    }

    private void add(String code, String label, boolean leaf) {
        if (!CODE.matcher(code).matches()) {
            faults.add(line, "wrong columns: '" + shown(code) + "' is no ICD-10-CM code");
            return;
        }
        if (label.isEmpty()) {
            faults.add(line, "the code " + code + " has no text");
        }
        first = first.isEmpty() ? code : first;
        reachesLast |= code.startsWith(LAST);
        last = code;
        if (openHeader != null && !code.startsWith(openHeader)) {
            faults.add(line - 1, "the header " + openHeader + " has no code below it; the file is cut");
        }
        openHeader = leaf ? null : code;
        target.add(line, new Entry(dotted(code), label, leaf, ALWAYS));
    }

    private static String shown(String code) {
        return code.length() > 12 ? code.substring(0, 12) + "..." : code;
    }

    private void end() {
        if (openHeader != null) {
            faults.add(line, "the header " + openHeader + " has no code below it; the file is cut");
        }
        if (first.startsWith("A00") && target.size() > ENOUGH_TO_BE_WHOLE && !reachesLast) {
            faults.add(line, "the file ends with " + dotted(last) + ", and has nothing of Z99; it is cut");
        }
        headersOfLeaves();
    }

    /** The codes file leaves the headers out; they are the beginnings of its codes. */
    private void headersOfLeaves() {
        Set<String> headers = new TreeSet<>();
        for (String leaf : leaves) {
            for (int length = 3; length < leaf.length(); length++) {
                headers.add(leaf.substring(0, length));
            }
        }
        headers.removeAll(leaves);
        for (String header : headers) {
            target.add(line, new Entry(dotted(header), "Codes that begin with " + dotted(header), false, ALWAYS));
        }
    }

    /** A code as it is written with its dot. */
    static String dotted(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return upper.length() <= 3 || upper.indexOf('.') > 0 ? upper : upper.substring(0, 3) + "." + upper.substring(3);
    }
}
