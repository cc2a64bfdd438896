package org.plainclaim.server.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.springframework.jdbc.core.JdbcTemplate;

/** The questions that were put to payers, with the answers. */
final class Questions {
    private static final String COLUMNS = "trace, request, coverage, state, asked_at, answer";

    private final JdbcTemplate sql;
    private final Clock clock;

    Questions(JdbcTemplate sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes a question to be asked; its number says nothing of the patient. */
    void open(String request, String coverage) {
        String trace = "PC" + UUID.randomUUID().toString().replace("-", "").substring(0, 28);
        EligibilityAnswer none = EligibilityAnswer.of(
                new EligibilityAnswer.Heading(trace, Origin.PAYER, Outcome.UNREACHABLE, clock.instant(), "", ""));
        sql.update(
                "insert into plainclaim_eligibility_question (trace, request, coverage, state, asked_at, answered_at,"
                        + " answer) values (?, ?, ?, ?, ?, 0, ?)",
                trace,
                request,
                coverage,
                Question.State.OPEN.name(),
                clock.millis(),
                AnswerText.of(none));
    }

    /**
     * Keeps what became of a question.
     *
     * @return false if it is done already, so that nothing is taken over twice
     */
    boolean keep(String trace, Question.State state, EligibilityAnswer answer) {
        return sql.update(
                        "update plainclaim_eligibility_question set state = ?, answered_at = ?, answer = ?"
                                + " where trace = ? and state <> ?",
                        state.name(),
                        state == Question.State.DONE && answer.answered() ? clock.millis() : 0,
                        AnswerText.of(answer),
                        trace,
                        Question.State.DONE.name())
                > 0;
    }

    /** The questions of a request. */
    List<Question> ofRequest(String request) {
        return query("where request = ? order by coverage", request);
    }

    /** A question by its number. */
    Optional<Question> find(String trace) {
        return query("where trace = ?", trace).stream().findFirst();
    }

    /** Those to be asked again, the longest waiting first. */
    List<Question> toRetry(int most) {
        return query(
                "where state in (?, ?) order by asked_at limit " + most,
                Question.State.RETRY.name(),
                Question.State.OPEN.name());
    }

    /** The last answer of a payer about a coverage but for one question; empty if there is none. */
    Optional<Question> lastAnswered(String coverage, String butTrace) {
        return query(
                        "where coverage = ? and trace <> ? and state = ? and answered_at > 0"
                                + " order by answered_at desc limit 1",
                        coverage,
                        butTrace,
                        Question.State.DONE.name())
                .stream()
                .findFirst();
    }

    private List<Question> query(String where, Object... values) {
        return sql.query(
                "select " + COLUMNS + " from plainclaim_eligibility_question " + where, Questions::question, values);
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getString("trace"),
                row.getString("request"),
                row.getString("coverage"),
                Question.State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                AnswerText.read(row.getString("answer")));
    }
}
