package org.plainclaim.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * Statements on the tables of our own, each for the rows of one practice.
 *
 * <p>A statement says <code>partition_id = {practice}</code> where the practice belongs; one that does not say it for each of
 * its tables is refused before the database sees it, so none can be forgotten.
 */
public final class PracticeSql {
    private static final String PRACTICE = "{practice}";
    private static final Pattern TABLE =
            Pattern.compile("(?:from|join|into|update)\\s+(?:plainclaim_|HFJ_)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID = Pattern.compile(Pattern.quote(PRACTICE));

    private static final int MOST_KNOWN = 1000;

    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final JdbcTemplate database;
    private final Practices practices;

    /** Statements that were looked at. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public PracticeSql(JdbcTemplate database, Practices practices) {
        this.database = database;
        this.practices = practices;
    }

    /** Statements for the practice of a database that keeps only one. */
    public static PracticeSql only(DataSource source) {
        JdbcTemplate database = new JdbcTemplate(source);
        return new PracticeSql(database, new Practices(database, false));
    }

    /** The rows of a query, each as the mapper reads it. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return database.query(ofPractice(sql), mapper, values);
    }

    /** Hands each row of a query on. */
    public void each(String sql, RowCallbackHandler row, @Nullable Object... values) {
        database.query(ofPractice(sql), row, values);
    }

    /** The only value of a query. */
    public <T> @Nullable T queryForObject(String sql, Class<T> type, @Nullable Object... values) {
        return database.queryForObject(ofPractice(sql), type, values);
    }

    /** The values of a query of one column. */
    public <T> List<T> queryForList(String sql, Class<T> type, @Nullable Object... values) {
        return database.queryForList(ofPractice(sql), type, values);
    }

    /** Changes rows; the answer is how many. */
    public int update(String sql, @Nullable Object... values) {
        return database.update(ofPractice(sql), values);
    }

    /** Does the same with several rows of values. */
    public int[] batchUpdate(String sql, List<Object[]> rows) {
        return database.batchUpdate(ofPractice(sql), rows);
    }

    /** The next number of a sequence, which all practices share. */
    public long next(String sequence) {
        Long next = database.queryForObject("select nextval('" + sequence + "')", Long.class);
        if (next == null) {
            throw new IllegalStateException("The sequence " + sequence + " has no next number");
        }
        return next;
    }

    /**
     * The next number of a sequence of the practice's own, whose gaps tell it nothing of the others.
     *
     * @param range the words of SQL for where it begins and ends
     */
    public long nextOwn(String sequence, String range) {
        int practice = practices.present();
        if (practice == Practices.ONLY) {
            return next(sequence);
        }
        String own = sequence + "_" + practice;
        if (!made.contains(own)) {
            make(own, range);
            made.add(own);
        }
        return next(own);
    }

    /** By a connection of its own: a command that makes something ends the transaction of H2 that it stands in. */
    private void make(String sequence, String range) {
        DataSource source = Objects.requireNonNull(database.getDataSource());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("create sequence if not exists " + sequence + " " + range);
        } catch (SQLException another) {
            // another node makes it at this moment; if it was something else, the next number can not be had either
        }
    }

    private String ofPractice(String sql) {
        if (!known.contains(sql)) {
            require(sql);
            if (known.size() < MOST_KNOWN) {
                known.add(sql);
            }
        }
        return sql.replace(PRACTICE, String.valueOf(practices.present()));
    }

    private static void require(String sql) {
        long tables = TABLE.matcher(sql).results().count();
        if (SAID.matcher(sql).results().count() < Math.max(tables, 1)) {
            throw new IllegalArgumentException("A statement does not say for which practice it is: " + sql);
        }
    }
}
