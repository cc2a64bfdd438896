package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The codes of one release.
 *
 * @param release what it is and covers
 * @param codes by code; a code that came back has several periods, in order
 */
public record CodeEdition(CodeRelease release, Map<String, List<DatedCode>> codes) {
    public CodeEdition {
        codes = Collections.unmodifiableMap(new HashMap<>(codes));
    }

    public static CodeEdition of(CodeRelease release, Collection<DatedCode> codes) {
        return new CodeEdition(release, codes.stream().collect(Collectors.groupingBy(DatedCode::code)));
    }

    /** True if it has every code of its system, so that a code it does not have was not in it. */
    public boolean whole() {
        return release.isCompleteFor("");
    }

    /** What this edition says of a code, whether it covers the date or not. */
    CodeAnswer look(String code, LocalDate date) {
        List<DatedCode> rows = codes.getOrDefault(code, List.of());
        for (DatedCode row : rows) {
            if (row.period().contains(date)) {
                return new CodeAnswer(row.leaf() ? Validity.VALID : Validity.NOT_A_LEAF, row, release);
            }
        }
        if (rows.isEmpty()) {
            return new CodeAnswer(Validity.UNKNOWN, null, release);
        }
        DatedCode last = rows.get(rows.size() - 1);
        LocalDate ended = last.period().to();
        boolean over = ended != null && ended.isBefore(date);
        return new CodeAnswer(over ? Validity.ENDED : Validity.NOT_YET, last, release);
    }
}
