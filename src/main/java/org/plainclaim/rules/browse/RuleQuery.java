package org.plainclaim.rules.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.rules.RuleBook;

/**
 * A question to the book of one payer.
 *
 * @param book the book
 * @param base the book to compare with; null if nobody wants to
 * @param date date of service
 * @param days how far to look ahead for rows that start or end; null to ask for rows in force
 * @param filter what the rows must have
 */
public record RuleQuery(
        RuleBook book, @Nullable RuleBook base, LocalDate date, @Nullable Integer days, RowFilter filter) {
    private static final Comparator<Change> SOONEST =
            Comparator.comparing(Change::date).thenComparing(Change::starts);

    /** True if it asks for the whole book. */
    public boolean isOpen() {
        return base == null && days == null && filter.isOpen();
    }

    /** The same question to the book of another payer. */
    public RuleQuery to(RuleBook other) {
        return new RuleQuery(other, base, date, days, filter);
    }

    public List<Entry> answer() {
        return days == null
                ? atAnyTime().stream().filter(entry -> entry.inForce(date)).toList()
                : coming(days);
    }

    /** What the answer would be if it did not matter when the rows hold. */
    public List<Entry> atAnyTime() {
        BookRows rows = new BookRows(book);
        List<Entry> entries = base == null ? rows.all() : rows.differencesFrom(base);
        return entries.stream().filter(filter::wants).toList();
    }

    private List<Entry> coming(int within) {
        record Dated(Change change, Entry entry) {}
        List<Dated> found = new ArrayList<>();
        for (Entry entry : atAnyTime()) {
            for (Change change : changes(entry.row().period(), within)) {
                found.add(new Dated(change, entry.with(change)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Dated::change, SOONEST))
                .map(Dated::entry)
                .toList();
    }

    /** A row that starts on the date itself is in force already; one that ends on it still is. */
    private List<Change> changes(EffectivePeriod period, int within) {
        LocalDate last = date.plusDays(within);
        List<Change> changes = new ArrayList<>();
        LocalDate from = period.from();
        if (from != null && from.isAfter(date) && !from.isAfter(last)) {
            changes.add(new Change(true, from));
        }
        LocalDate to = period.to();
        if (to != null && !to.isBefore(date) && !to.isAfter(last)) {
            changes.add(new Change(false, to));
        }
        return changes;
    }
}
