package org.plainclaim.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.CanonicalText;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.audit.StoredEntry;
import org.plainclaim.audit.StoredEntry.Beside;

/** The rows of the audit trail; nothing here changes or deletes one. */
public final class AuditTable {
    /** Most rows of one statement. */
    static final int MOST = 100;

    private static final String COLUMNS =
            "chain, sequence, at, interaction, patient, subject, focus, practice, hash, entry";
    private final DataSource source;

    public AuditTable(DataSource source) {
        this.source = source;
    }

    /** Appends by one statement, at most {@value #MOST} at once: all of them or none. */
    static void insert(Connection connection, List<SealedEntry> entries) throws SQLException {
        String places = String.join(", ", Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into plainclaim_audit (" + COLUMNS + ") values " + places)) {
            int at = 0;
            for (SealedEntry entry : entries) {
                Beside beside = Beside.of(entry.entry());
                insert.setString(++at, entry.chain());
                insert.setLong(++at, entry.sequence());
                insert.setLong(++at, beside.time());
                insert.setString(++at, beside.interaction());
                insert.setString(++at, beside.patient());
                insert.setString(++at, beside.subject());
                insert.setString(++at, beside.focus());
                insert.setString(++at, beside.practice());
                insert.setString(++at, entry.hash());
                insert.setString(++at, entry.text());
            }
            insert.executeUpdate();
        }
    }

    /** Entries that fulfil a condition. */
    List<SealedEntry> find(String condition, List<Object> values) {
        List<SealedEntry> found = new ArrayList<>();
        query("select entry from plainclaim_audit where " + condition, values, row -> CanonicalText.read(
                        row.getString(1))
                .ifPresent(found::add));
        return found;
    }

    /** How many entries fulfil a condition. */
    int count(String condition, List<Object> values) {
        int[] count = new int[1];
        query("select count(*) from plainclaim_audit where " + condition, values, row -> count[0] = row.getInt(1));
        return count[0];
    }

    /** Every row, chain by chain, in the order of their numbers; not more than some thousand are in memory at once. */
    public void forEach(Consumer<StoredEntry> reader) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + COLUMNS + " from plainclaim_audit order by chain, sequence")) {
                select.setFetchSize(2_000);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reader.accept(stored(row));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static StoredEntry stored(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getString(1),
                row.getLong(2),
                row.getString(10),
                row.getString(9),
                new Beside(
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
    }

    /** The hashes that are stored at some places. */
    public Map<Head, String> hashes(Collection<Head> places) {
        Map<Head, String> found = new HashMap<>();
        for (Head place : places) {
            query(
                    "select hash from plainclaim_audit where chain = ? and sequence = ?",
                    List.of(place.chain(), place.sequence()),
                    row -> found.put(place, row.getString(1)));
        }
        return found;
    }

    /** The last entry of every chain, by looking at the entries themselves; a few look-ups in the key for each chain. */
    public List<Head> ends() {
        List<Head> ends = new ArrayList<>();
        String chain = next("");
        while (chain != null) {
            query(
                    "select chain, sequence, hash from plainclaim_audit where chain = ?"
                            + " order by sequence desc fetch first 1 rows only",
                    List.of(chain),
                    row -> ends.add(new Head(row.getString(1), row.getLong(2), row.getString(3))));
            chain = next(chain);
        }
        return ends;
    }

    private @Nullable String next(String chain) {
        List<String> next = new ArrayList<>();
        query("select min(chain) from plainclaim_audit where chain > ?", List.of(chain), row -> {
            String found = row.getString(1);
            if (found != null) {
                next.add(found);
            }
        });
        return next.isEmpty() ? null : next.get(0);
    }

    void query(String sql, List<Object> values, RowReader reader) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException failure) {
            throw unreadable(failure);
        }
    }

    private static IllegalStateException unreadable(SQLException failure) {
        return new IllegalStateException("The audit trail can not be read: " + failure.getMessage(), failure);
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
