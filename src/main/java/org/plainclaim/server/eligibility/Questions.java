package org.plainclaim.server.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.submission.Cover;

/** The questions that were put to payers, with the answers. */
final class Questions {
    private static final String COLUMNS = "trace, request, coverage, state, asked_at, answer";

    /** Longer than a payer is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Between two tries to reach a payer. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final PracticeSql sql;
    private final Clock clock;

    Questions(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The same at another time. */
    Questions at(Clock time) {
        return new Questions(sql, time);
    }

    /** Makes a question to be asked; its number says nothing of the patient. */
    void open(String request, About about) {
        String trace = "PC" + UUID.randomUUID().toString().replace("-", "").substring(0, 28);
        EligibilityAnswer none = EligibilityAnswer.of(
                new EligibilityAnswer.Heading(trace, Origin.PAYER, Outcome.UNREACHABLE, clock.instant(), "", ""));
        sql.update(
                "insert into plainclaim_eligibility_question (partition_id, trace, request, coverage, state, asked_at,"
                        + " answered_at, answer, first_day, last_day, member, taken_until) values ({practice}, ?, ?, ?, ?,"
                        + " ?, 0, ?, ?, ?, ?, ?)",
                trace,
                request,
                about.coverage(),
                Question.State.OPEN.name(),
                clock.millis(),
                AnswerText.of(none),
                about.from(),
                about.to(),
                about.member(),
                clock.millis() + LEASE.toMillis());
    }

    /**
     * What is asked about.
     *
     * @param coverage reference of the Coverage
     * @param member the payer and its number of the member: with another number it is another question
     * @param from first day
     * @param to last day
     */
    record About(String coverage, String member, LocalDate from, LocalDate to) {
        private static final int MOST = 300;

        static About of(String coverage, Cover cover, Visit visit) {
            String member = cover.payer().id() + "|" + cover.memberId();
            return new About(
                    coverage, member.length() > MOST ? member.substring(0, MOST) : member, visit.from(), visit.to());
        }

        /** Names no member, so that it can stand in a log. */
        @Override
        public String toString() {
            return coverage + "|" + from + "|" + to;
        }
    }

    /** The last question about a member and days, whatever became of it. */
    Optional<Question> last(About about) {
        return query(
                        "where partition_id = {practice} and coverage = ? and member = ? and first_day = ? and"
                                + " last_day = ? order by asked_at desc, trace limit 1",
                        about.coverage(),
                        about.member(),
                        about.from(),
                        about.to())
                .stream()
                .findFirst();
    }

    /** How often a coverage was asked about for some days. */
    int times(About about) {
        Integer times = sql.queryForObject(
                "select count(*) from plainclaim_eligibility_question"
                        + " where partition_id = {practice} and coverage = ? and first_day = ?"
                        + " and last_day = ?",
                Integer.class,
                about.coverage(),
                about.from(),
                about.to());
        return times == null ? 0 : times;
    }

    /**
     * Takes a question that has to be asked again; of several who want it at once one gets it.
     *
     * @return false if somebody else has it
     */
    boolean take(String trace) {
        return sql.update(
                        "update plainclaim_eligibility_question set taken_until = ?"
                                + " where partition_id = {practice} and trace = ? and taken_until < ?"
                                + " and state in (?, ?)",
                        clock.millis() + LEASE.toMillis(),
                        trace,
                        clock.millis(),
                        Question.State.RETRY.name(),
                        Question.State.OPEN.name())
                == 1;
    }

    /**
     * Keeps what became of a question.
     *
     * @return false if it is done already, so that nothing is taken over twice
     */
    boolean keep(String trace, Question.State state, EligibilityAnswer answer) {
        return sql.update(
                        "update plainclaim_eligibility_question set state = ?, answered_at = ?, answer = ?,"
                                + " taken_until = ? where partition_id = {practice} and trace = ? and state <> ?",
                        state.name(),
                        state == Question.State.DONE && answer.answered() ? clock.millis() : 0,
                        AnswerText.of(answer),
                        clock.millis() + PAUSE.toMillis(),
                        trace,
                        Question.State.DONE.name())
                > 0;
    }

    /** The questions of a request. */
    List<Question> ofRequest(String request) {
        return query("where partition_id = {practice} and request = ? order by coverage", request);
    }

    /** A question by its number. */
    Optional<Question> find(String trace) {
        return query("where partition_id = {practice} and trace = ?", trace).stream()
                .findFirst();
    }

    /** Those to be asked again, the longest waiting first; not those that somebody asks right now. */
    List<Question> toRetry(int most) {
        return query(
                "where partition_id = {practice} and state in (?, ?) and taken_until < ? and asked_at > ? order by"
                        + " taken_until limit "
                        + most,
                Question.State.RETRY.name(),
                Question.State.OPEN.name(),
                clock.millis(),
                clock.millis() - Duration.ofDays(Eligibilities.PATIENCE_DAYS).toMillis());
    }

    /**
     * The last answer of a payer about a coverage but for one question; empty if there is none. One about a later day says
     * nothing of what changed.
     */
    Optional<Question> lastAnswered(String coverage, String butTrace, LocalDate day) {
        return query(
                        "where partition_id = {practice} and coverage = ? and trace <> ? and state = ? and answered_at"
                                + " > 0 and (first_day is null or first_day <= ?) order by answered_at desc limit 1",
                        coverage,
                        butTrace,
                        Question.State.DONE.name(),
                        day)
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
