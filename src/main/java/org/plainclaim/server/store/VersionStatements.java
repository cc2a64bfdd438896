package org.plainclaim.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.Question.Kind;
import org.plainclaim.server.store.Question.Span;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statements about current versions, within one partition.
 *
 * <p>However much is asked, the text of a statement is the same and what is asked comes in arrays, so that a database plans
 * it once. There is one for each kind of question and none that joins them, because H2 plans those anew each time.
 */
final class VersionStatements {
    private static final String SELECT = "select w.n, r.RES_TYPE, r.FHIR_ID, r.RES_ID, r.RES_VER, r.HAS_TAGS, ";
    private static final String FROM = " from unnest(cast(? as integer array)";
    private static final Map<Kind, String> ARRAYS = Map.of(
            Kind.NAMED, ", cast(? as varchar array), cast(? as varchar array)",
            Kind.REFERRING, ", cast(? as varchar array), cast(? as varchar array), cast(? as varchar array)",
            Kind.TOKEN, ", cast(? as bigint array)");
    private static final String SPAN_ARRAYS =
            ", cast(? as bigint array), cast(? as integer array), cast(? as integer array)";
    private static final Map<Kind, String> COLUMNS =
            Map.of(Kind.NAMED, "n, t, i", Kind.REFERRING, "n, t, i, p", Kind.TOKEN, "n, h");
    private static final Map<Kind, String> JOINS = Map.of(
            Kind.NAMED, " join HFJ_RESOURCE r on r.PARTITION_ID = ? and r.RES_TYPE = w.t and r.FHIR_ID = w.i",
            Kind.REFERRING,
                    " join HFJ_RESOURCE t on t.PARTITION_ID = ? and t.RES_TYPE = w.t and t.FHIR_ID = w.i join"
                            + " HFJ_RES_LINK l on l.TARGET_RESOURCE_ID = t.RES_ID and l.SRC_PATH = w.p and l.PARTITION_ID"
                            + " = t.PARTITION_ID join HFJ_RESOURCE r on r.RES_ID = l.SRC_RESOURCE_ID and r.PARTITION_ID ="
                            + " l.PARTITION_ID",
            Kind.TOKEN,
                    " join HFJ_SPIDX_TOKEN s on s.HASH_SYS_AND_VALUE = w.h and s.PARTITION_ID = ?"
                            + " join HFJ_RESOURCE r on r.RES_ID = s.RES_ID and r.PARTITION_ID = s.PARTITION_ID");

    /** Days as R4 compares them: what begins or ends on them, or lasts over them. */
    private static final String SPAN_JOIN =
            " join HFJ_SPIDX_DATE d on d.RES_ID = r.RES_ID and d.PARTITION_ID = r.PARTITION_ID and d.HASH_IDENTITY ="
                    + " w.d and (d.SP_VALUE_HIGH_DATE_ORDINAL > w.f or d.SP_VALUE_LOW_DATE_ORDINAL >= w.f) and"
                    + " (d.SP_VALUE_LOW_DATE_ORDINAL < w.u or d.SP_VALUE_HIGH_DATE_ORDINAL <= w.u)";

    /** The sum keeps H2 from looking for the codes among all resources: those of this one are a few. */
    private static final String CODED =
            " and exists (select 1 from HFJ_SPIDX_TOKEN c where c.RES_ID = r.RES_ID and c.PARTITION_ID = r.PARTITION_ID"
                    + " and c.HASH_SYS_AND_VALUE + 0 = any(?))";

    private static final String TEXTS =
            "select v.RES_ID, v.RES_VER, v.RES_ENCODING, v.RES_TEXT_VC from unnest(cast(? as bigint array),"
                    + " cast(? as bigint array)) as w(r, v) join HFJ_RES_VER v on v.PARTITION_ID = ? and v.RES_ID = w.r"
                    + " and v.RES_VER = w.v";

    /** HAPI's number of the tags that are security labels is 2. */
    private static final String LABELS =
            "select t.RES_ID, d.TAG_SYSTEM, d.TAG_CODE, d.TAG_DISPLAY from unnest(cast(? as bigint array)) as w(r)"
                    + " join HFJ_RES_TAG t on t.PARTITION_ID = ? and t.RES_ID = w.r join HFJ_TAG_DEF d on d.TAG_ID ="
                    + " t.TAG_ID where d.TAG_TYPE = 2"
                    + " order by t.RES_ID, t.TAG_ID";

    private final JdbcTemplate database;

    VersionStatements(JdbcTemplate database) {
        this.database = database;
    }

    /** What is asked by one statement: questions of one kind, of days or not, with the same codes. */
    private record Form(Kind kind, boolean span, List<Long> codes) {
        static Form of(Question question) {
            Span span = question.span();
            return new Form(question.kind(), span != null, span == null ? List.of() : span.codes());
        }

        String sql() {
            return SELECT
                    + (span ? "d.SP_VALUE_LOW" : "null")
                    + FROM
                    + ARRAYS.get(kind)
                    + (span ? SPAN_ARRAYS : "")
                    + ") as w("
                    + COLUMNS.get(kind)
                    + (span ? ", d, f, u)" : ")")
                    + JOINS.get(kind)
                    + (span ? SPAN_JOIN : "")
                    + " where r.RES_DELETED_AT is null"
                    + (codes.isEmpty() ? "" : CODED);
        }
    }

    /** The rows that answer each question, none twice. */
    Map<Question, List<Hit>> hits(int partition, Collection<Question> questions) {
        Map<Form, List<Question>> forms = new LinkedHashMap<>();
        Map<Question, List<Hit>> answers = new HashMap<>();
        for (Question question : questions) {
            forms.computeIfAbsent(Form.of(question), any -> new ArrayList<>()).add(question);
            answers.put(question, new ArrayList<>());
        }
        forms.forEach((form, asked) ->
                database.query(form.sql(), statement -> fill(statement, form, asked, partition), row -> {
                    Timestamp date = row.getTimestamp(7);
                    String reference = row.getString(2) + "/" + row.getString(3);
                    Objects.requireNonNull(answers.get(asked.get(row.getInt(1))))
                            .add(new Hit(
                                    reference,
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getBoolean(6),
                                    date == null ? 0 : date.getTime()));
                }));
        return answers;
    }

    private static void fill(PreparedStatement statement, Form form, List<Question> asked, int partition)
            throws SQLException {
        Arrays arrays = new Arrays(statement);
        arrays.integers(numbers(asked.size()));
        if (form.kind() == Kind.TOKEN) {
            arrays.longs(asked.stream().map(Question::hash).toList());
        } else {
            arrays.texts(asked.stream().map(Question::type).toList());
            arrays.texts(asked.stream().map(Question::id).toList());
        }
        if (form.kind() == Kind.REFERRING) {
            arrays.texts(asked.stream().map(Question::path).toList());
        }
        if (form.span()) {
            List<Span> spans = asked.stream()
                    .map(question -> Objects.requireNonNull(question.span()))
                    .toList();
            arrays.longs(spans.stream().map(Span::identity).toList());
            arrays.integers(spans.stream().map(Span::first).toList());
            arrays.integers(spans.stream().map(Span::last).toList());
        }
        arrays.number(partition);
        if (!form.codes().isEmpty()) {
            arrays.longs(form.codes());
        }
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Takes in the text of a version. */
    interface Texts {
        void take(long row, long version, String encoding, String text);
    }

    /** The texts of some versions. */
    void texts(int partition, Collection<Hit> versions, Texts into) {
        database.query(
                TEXTS,
                statement -> {
                    Arrays arrays = new Arrays(statement);
                    arrays.longs(versions.stream().map(Hit::row).toList());
                    arrays.longs(versions.stream().map(Hit::version).toList());
                    arrays.number(partition);
                },
                row -> {
                    into.take(row.getLong(1), row.getLong(2), row.getString(3), String.valueOf(row.getString(4)));
                });
    }

    /**
     * A security label.
     *
     * @param system its code system; may be empty
     * @param code its code
     * @param display what a person reads; may be empty
     */
    record Label(String system, String code, String display) {}

    /** The security labels of some rows. */
    Map<Long, List<Label>> labels(int partition, Collection<Long> rows) {
        Map<Long, List<Label>> labels = new HashMap<>();
        database.query(
                LABELS,
                statement -> {
                    Arrays arrays = new Arrays(statement);
                    arrays.longs(rows);
                    arrays.number(partition);
                },
                row -> {
                    labels.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(new Label(text(row.getString(2)), text(row.getString(3)), text(row.getString(4))));
                });
        return labels;
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }

    /** The values of a statement, one place after the other. */
    private static final class Arrays {
        private final PreparedStatement statement;
        private int place;

        Arrays(PreparedStatement statement) {
            this.statement = statement;
        }

        void integers(Collection<Integer> values) throws SQLException {
            array("integer", values);
        }

        void longs(Collection<Long> values) throws SQLException {
            array("bigint", values);
        }

        void texts(Collection<String> values) throws SQLException {
            array("varchar", values);
        }

        void number(int value) throws SQLException {
            place++;
            statement.setInt(place, value);
        }

        private void array(String type, Collection<?> values) throws SQLException {
            Connection connection = statement.getConnection();
            Array array = connection.createArrayOf(type, values.toArray());
            place++;
            statement.setArray(place, array);
        }
    }
}
