package org.plainclaim.server.desk.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of a category, the easiest first.
 *
 * @param category the category
 * @param rows its cases
 */
public record Shelf(Category category, List<CaseRow> rows) {
    public Shelf {
        rows = rows.stream().sorted(Comparator.comparingInt(CaseRow::level)).toList();
    }

    /** The cases by category, in the order in which categories first appear. */
    static List<Shelf> of(List<CaseRow> rows) {
        Map<Category, List<CaseRow>> sorted = new LinkedHashMap<>();
        rows.forEach(row ->
                sorted.computeIfAbsent(row.category(), key -> new ArrayList<>()).add(row));
        return sorted.entrySet().stream()
                .map(entry -> new Shelf(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How many there are. */
    public int count() {
        return rows.size();
    }

    /** How many were solved. */
    public long solved() {
        return rows.stream().filter(row -> row.went().solved()).count();
    }

    /** How many were answered and not solved. */
    public long tried() {
        return rows.stream()
                .filter(row -> row.went().tried() && !row.went().solved())
                .count();
    }

    /** How many of each level there are. */
    public List<Level> levels() {
        return rows.stream()
                .map(CaseRow::level)
                .distinct()
                .map(level -> new Level(
                        level,
                        rows.stream().filter(row -> row.level() == level).count(),
                        rows.stream()
                                .filter(row ->
                                        row.level() == level && row.went().solved())
                                .count()))
                .toList();
    }

    /** A level of a category: how many cases it has, and how many were solved. */
    public record Level(int level, long count, long solved) {}

    /** The first that is not solved. */
    public Optional<CaseRow> next() {
        return nextAfter("");
    }

    /** The next that is not solved behind a case, or before it if there is none behind it. */
    Optional<CaseRow> nextAfter(String id) {
        List<String> ids = rows.stream().map(CaseRow::id).toList();
        int from = ids.indexOf(id) + 1;
        List<CaseRow> turned = new ArrayList<>(rows.subList(from, rows.size()));
        turned.addAll(rows.subList(0, Math.max(0, from - 1)));
        return turned.stream().filter(row -> !row.went().solved()).findFirst();
    }

    /** The next that is not solved: in the category of the case, and else in any other. */
    static Optional<CaseRow> next(List<Shelf> shelves, String id) {
        return shelves.stream()
                .filter(shelf -> shelf.rows().stream().anyMatch(row -> row.id().equals(id)))
                .findFirst()
                .flatMap(shelf -> shelf.nextAfter(id))
                .or(() -> shelves.stream()
                        .flatMap(shelf -> shelf.rows().stream())
                        .filter(row -> !row.went().solved() && !row.id().equals(id))
                        .findFirst());
    }
}
