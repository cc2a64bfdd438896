package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A code system as a line of editions, each in force from the first date it covers until the next one is.
 *
 * @param id such as {@code icd-10-cm}, the name of its table
 * @param uri the FHIR system
 * @param label for people
 * @param editions by first date; at least one
 */
public record DatedCodeSystem(String id, String uri, String label, List<CodeEdition> editions) {
    public DatedCodeSystem {
        if (editions.isEmpty()) {
            throw new IllegalArgumentException(id + " has no edition");
        }
        editions = editions.stream()
                .sorted(Comparator.comparing(DatedCodeSystem::from))
                .toList();
    }

    /**
     * What is known of a code on a date of service.
     *
     * @param code as written in FHIR, an ICD-10-CM code with its dot
     */
    public CodeAnswer look(String code, LocalDate date) {
        CodeEdition edition = edition(date);
        CodeAnswer answer = nearest(code, date, edition);
        return edition.release().covers().contains(date)
                ? answer
                : new CodeAnswer(Validity.NOT_COVERED, answer.code(), answer.release());
    }

    /** What the edition in force on a date says, or the nearest one: like {@link #look}, but never {@code NOT_COVERED}. */
    public CodeAnswer nearest(String code, LocalDate date) {
        return nearest(code, date, edition(date));
    }

    private CodeAnswer nearest(String code, LocalDate date, CodeEdition edition) {
        CodeAnswer answer = edition.look(code, date);
        return answer.validity() == Validity.UNKNOWN && edition.whole() ? elsewhere(code, edition) : answer;
    }

    /** A code that is not in the edition in force was perhaps in an earlier one, or comes with a later one. */
    private CodeAnswer elsewhere(String code, CodeEdition inForce) {
        int place = editions.indexOf(inForce);
        for (int i = place - 1; i >= 0; i--) {
            List<DatedCode> rows = editions.get(i).codes().getOrDefault(code, List.of());
            if (!rows.isEmpty()) {
                DatedCode last = rows.get(rows.size() - 1);
                return new CodeAnswer(Validity.ENDED, last.until(endOf(i)), inForce.release());
            }
        }
        for (int i = place + 1; i < editions.size(); i++) {
            List<DatedCode> rows = editions.get(i).codes().getOrDefault(code, List.of());
            if (!rows.isEmpty()) {
                return new CodeAnswer(Validity.NOT_YET, rows.get(0).since(from(editions.get(i))), inForce.release());
            }
        }
        return new CodeAnswer(Validity.UNKNOWN, null, inForce.release());
    }

    /** The last day an edition was in force: the day before the next one, or where its release ends if that is sooner. */
    private LocalDate endOf(int place) {
        LocalDate next = from(editions.get(place + 1)).minusDays(1);
        LocalDate end = editions.get(place).release().covers().to();
        return end == null || end.isAfter(next) ? next : end;
    }

    /** The edition in force on a date: the latest that covers it; the nearest if none does. */
    public CodeEdition edition(LocalDate date) {
        CodeEdition nearest = editions.get(0);
        CodeEdition covering = null;
        for (CodeEdition edition : editions) {
            if (!from(edition).isAfter(date)) {
                nearest = edition;
                covering = edition.release().covers().contains(date) ? edition : covering;
            }
        }
        return covering == null ? nearest : covering;
    }

    /** The codes that may be used on a date, whether the date is covered or not, in order of code. */
    public Stream<DatedCode> codes(LocalDate date) {
        return edition(date).codes().values().stream()
                .flatMap(List::stream)
                .filter(code -> code.period().contains(date))
                .sorted(Comparator.comparing(DatedCode::code));
    }

    /** The codes that may be used on a date and begin with the given one, but are longer, in order; at most so many. */
    public List<String> below(String code, LocalDate date, int most) {
        return edition(date).codes().entrySet().stream()
                .filter(entry -> entry.getKey().length() > code.length()
                        && entry.getKey().startsWith(code))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(row -> row.leaf() && row.period().contains(date)))
                .map(Map.Entry::getKey)
                .sorted()
                .limit(most)
                .toList();
    }

    private static LocalDate from(CodeEdition edition) {
        return Objects.requireNonNullElse(edition.release().covers().from(), LocalDate.MIN);
    }
}
