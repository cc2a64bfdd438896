package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Statements as HAPI 8.10 and Hibernate write them, over tables with many rows: how many of them H2 reads. */
final class PlannedForH2Test {
    private static final int ROWS = 2_000;
    private static final int FEW = 60;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private static final String VERSIONS = "select r.PID,r.RES_TEXT_VC from HFJ_RES_VER r join HFJ_RESOURCE m on"
            + " m.RES_ID=r.RES_ID and m.PARTITION_ID=r.PARTITION_ID where (m.RES_ID,m.PARTITION_ID) in"
            + " ((?,?),(?,?),(?,?)) and m.RES_VER=r.RES_VER";
    private static final String SORTED = "SELECT t1.PARTITION_ID,t1.RES_ID FROM HFJ_RESOURCE t1 INNER JOIN"
            + " HFJ_SPIDX_DATE t0 ON ((t1.PARTITION_ID = t0.PARTITION_ID) AND (t1.RES_ID = t0.RES_ID)) LEFT OUTER JOIN"
            + " HFJ_SPIDX_DATE t2 ON ((t1.PARTITION_ID = t2.PARTITION_ID) AND (t1.RES_ID = t2.RES_ID) AND"
            + " (t2.HASH_IDENTITY = ?)) WHERE (((t0.PARTITION_ID = ?) AND ((t0.HASH_IDENTITY = ?) AND (t0.SP_VALUE_LOW >"
            + " ?))) AND (t0.SP_VALUE_LOW < ?)) GROUP BY t1.PARTITION_ID,t1.RES_ID ORDER BY MIN(t2.SP_VALUE_LOW) ASC"
            + " NULLS LAST,t1.RES_ID ASC NULLS LAST offset ? rows fetch next ? rows only";

    private static final String BY_ID = "select r.RES_ID,r.FHIR_ID from HFJ_RESOURCE r where r.PARTITION_ID=? and"
            + " (r.RES_TYPE=? and r.FHIR_ID=? or r.RES_TYPE=? and r.FHIR_ID=? or r.RES_TYPE=? and r.FHIR_ID=?)";

    private final PlannedForH2 inspector = new PlannedForH2();

    @Test
    void readsTheVersionsOfAPageAndNoOthers() throws SQLException {
        Object[] pairs = {7L, 0, 14L, 0, 21L, 0};
        try (Connection connection = filled()) {
            assertTrue(scanned(connection, VERSIONS, pairs) > ROWS, "H2 finds the index by itself");
            String planned = inspector.inspect(VERSIONS);
            assertTrue(scanned(connection, planned, pairs) < FEW, planned);
            assertEquals(rows(connection, VERSIONS, pairs), rows(connection, planned, pairs));
        }
    }

    @Test
    void beginsASortedSearchWithItsIndex() throws SQLException {
        String day = "timestamp '2026-01-01 00:00:00'";
        String from =
                SORTED.replaceFirst("> \\?", "> " + day).replaceFirst("< \\?", "< dateadd(minute, 9, " + day + ")");
        Object[] values = {5L, 0, 5L, 0L, 5L};
        try (Connection connection = filled()) {
            assertTrue(scanned(connection, from, values) > ROWS, "H2 begins with the index by itself");
            String planned = inspector.inspect(from);
            assertTrue(scanned(connection, planned, values) < FEW, planned);
            assertEquals(rows(connection, from, values), rows(connection, planned, values));
        }
    }

    @Test
    void looksForResourcesByTheirIds() throws SQLException {
        Object[] ids = {0, "Encounter", "id-7", "Patient", "id-8", "Encounter", "id-1999"};
        try (Connection connection = filled()) {
            assertTrue(scanned(connection, BY_ID, ids) > ROWS, "H2 finds the index by itself");
            String planned = inspector.inspect(BY_ID);
            assertTrue(scanned(connection, planned, ids) < FEW, planned);
            assertEquals(List.of("1999", "7"), rows(connection, planned, ids));
            assertEquals(rows(connection, BY_ID, ids), rows(connection, planned, ids));
        }
    }

    @Test
    void leavesOtherStatementsAlone() {
        String other = "select t1.RES_ID from HFJ_RESOURCE t1 where (t1.RES_ID,t1.PARTITION_ID) in (select 1, 2)";
        assertEquals(other, inspector.inspect(other));
    }

    private static int scanned(Connection connection, String sql, Object... values) throws SQLException {
        String plan = rows(connection, "explain analyze " + sql, values).get(0);
        return SCANNED.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToInt(count -> Integer.parseInt(count.replaceAll("\\D", "")))
                .sum();
    }

    private static List<String> rows(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            rows.sort(null);
            return rows;
        }
    }

    private static Connection filled() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:planned" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        Schema.bringUpToDate(source);
        Connection connection = source.getConnection();
        Map<String, String> values = new HashMap<>(Map.of(
                "RES_ID", "x", "PID", "x", "SP_ID", "x", "RES_VER", "1", "PARTITION_ID", "0", "HASH_IDENTITY", "5"));
        values.put("FHIR_ID", "'id-' || x");
        values.put("RES_TYPE", "'Encounter'");
        values.put("RES_ENCODING", "'JSON'");
        values.put("RES_TEXT_VC", "'{}'");
        values.put("SP_VALUE_LOW", "dateadd(minute, x, timestamp '2026-01-01 00:00:00')");
        for (String table : List.of("HFJ_RESOURCE", "HFJ_RES_VER", "HFJ_SPIDX_DATE")) {
            fill(connection, table, values);
        }
        return connection;
    }

    private static void fill(Connection connection, String table, Map<String, String> values) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "PUBLIC", table, null)) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                boolean needed = found.getString("IS_NULLABLE").equals("NO");
                if (needed || values.containsKey(column)) {
                    columns.add(column);
                    expressions.add(values.getOrDefault(column, usual(found.getString("TYPE_NAME"))));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + String.join(",", columns) + ") select "
                    + String.join(",", expressions) + " from system_range(1, " + ROWS + ")");
            statement.execute("analyze");
        }
    }

    private static String usual(String type) {
        return type.startsWith("TIMESTAMP") ? "current_timestamp" : type.equals("BOOLEAN") ? "false" : "0";
    }
}
