package org.plainclaim.coding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/**
 * Adds up the services that are billed by the day, the week, the month or the episode.
 *
 * <p>The last session of the window bills for all of it; the others say which one that is.
 */
public final class Counting {
    private static final Column SESSIONS = Column.of("sessions");

    private final SessionDocumentation session;
    private final LocalDate date;
    private final PatientHistory history;
    private final RuleBook book;
    private final Table table;
    private final Map<String, SessionSituations> situations = new HashMap<>();
    private final Set<String> mine = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final List<CountedService> counted = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> together = new TreeSet<>();
    private boolean elsewhere;

    private Counting(Sessions sessions, List<DocumentedService> services, RuleBook book, LocalDate date) {
        services.forEach(service -> mine.add(service.reference()));
        this.session = sessions.session();
        this.history = sessions.history();
        this.book = book;
        this.table = book.table(CodingTables.ACCUMULATIONS);
        this.date = date;
        situations.put(session.encounter(), sessions.situations());
    }

    /**
     * A session among the others of its patient.
     *
     * @param session the session itself
     * @param situations its situations
     * @param history the others
     */
    public record Sessions(SessionDocumentation session, SessionSituations situations, PatientHistory history) {}

    /**
     * What is to be coded.
     *
     * @param services the services of this session that it bills, with those of other sessions that it bills for
     * @param findings which session bills the others, and what could not be added up
     * @param elsewhere true if another session bills for a service of this one
     * @param together encounters of the other sessions that add up with this one
     */
    record Result(List<CountedService> services, List<Finding> findings, boolean elsewhere, Set<String> together) {}

    static Result of(Sessions sessions, List<DocumentedService> services, RuleBook book, LocalDate date) {
        List<CountedService> alone = alone(sessions.situations(), services, book, date);
        if (alone.size() == services.size()) {
            return new Result(alone, List.of(), false, Set.of());
        }
        Counting counting = new Counting(sessions, services, book, date);
        services.forEach(counting::count);
        return new Result(counting.counted, counting.findings, counting.elsewhere, counting.together);
    }

    /** The services that no rule adds up with others. */
    private static List<CountedService> alone(
            SessionSituations situations, List<DocumentedService> services, RuleBook book, LocalDate date) {
        Table rules = book.table(CodingTables.ACCUMULATIONS);
        List<CountedService> alone = new ArrayList<>(services.size());
        for (DocumentedService service : services) {
            Situation facts = situations.of(service);
            if (rules.first(facts, date).isEmpty()) {
                alone.add(CountedService.alone(service, facts, date));
            }
        }
        return alone;
    }

    /** One service of one session. */
    private record Member(
            SessionDocumentation session, DocumentedService service, Situation facts, Row rule, LocalDate date) {
        String bucket() {
            String pool = rule.result("pool");
            return pool.isEmpty() ? rule.rule() : pool;
        }

        OffsetDateTime start() {
            OffsetDateTime own = service.time().start().value();
            OffsetDateTime whole = session.time().start().value();
            return own != null ? own : whole != null ? whole : OffsetDateTime.MIN;
        }
    }

    private void count(DocumentedService service) {
        Situation facts = situationsOf(session).of(service);
        Optional<Row> row = table.first(facts, date);
        if (row.isEmpty()) {
            counted.add(CountedService.alone(service, facts, date));
            return;
        }
        Member own = new Member(session, service, facts, row.get(), date);
        Optional<CountingWindow> window = CountingWindow.of(row.get(), session, facts, date);
        if (window.isEmpty()
                || !history.covers(window.get().from(), window.get().to())) {
            notAllKnown(own);
        }
        if (done.add(own.bucket())) {
            CountingWindow whole = window.orElse(new CountingWindow(date, date, null));
            addUp(own, members(own, whole), whole);
        }
    }

    /** What is not known of the rest of the window is said, once for each row. */
    private void notAllKnown(Member own) {
        Row row = own.rule();
        boolean holds = row.result("if-unknown").equals("hold");
        Finding finding = new Finding(
                row.source(),
                holds ? Verdict.FAIL : Verdict.NOT_CHECKED,
                holds ? Severity.HOLD : Severity.INFO,
                own.facts().fill(row.result("message")),
                row.result("fix"),
                own.service().kind().evidence());
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    private List<Member> members(Member own, CountingWindow window) {
        List<Member> members = new ArrayList<>(membersOf(session, own, window));
        history.sessions().forEach(other -> members.addAll(membersOf(other, own, window)));
        members.sort(Comparator.comparing((Member member) -> member.date())
                .thenComparing(member -> member.start().toInstant())
                .thenComparing(member -> member.session().encounter())
                .thenComparing(member -> member.service().reference()));
        return members;
    }

    private List<Member> membersOf(SessionDocumentation other, Member own, CountingWindow window) {
        LocalDate then = other.time().dateOfService().value();
        if (then == null || !window.holds(other, then)) {
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        for (DocumentedService service : other.services()) {
            Situation facts = situationsOf(other).of(service);
            table.first(facts, then)
                    .map(row -> new Member(other, service, facts, row, then))
                    .filter(member -> member.bucket().equals(own.bucket()) && together(member, own))
                    .ifPresent(members::add);
        }
        return members;
    }

    private static boolean together(Member one, Member other) {
        if (one.service().reference().equals(other.service().reference())) {
            return true;
        }
        if (other.rule().result("across").equals("practice")) {
            return samePractice(one.session(), other.session());
        }
        Fact<String> npi = one.service().rendering().npi();
        Fact<String> reference = one.service().rendering().reference();
        return npi.known()
                ? npi.is(other.service().rendering().npi().orElse(""))
                : reference.is(other.service().rendering().reference().orElse("nobody"));
    }

    private static boolean samePractice(SessionDocumentation one, SessionDocumentation other) {
        return one.encounter().equals(other.encounter())
                || one.billing().npi().is(other.billing().npi().orElse("nobody"));
    }

    private void addUp(Member own, List<Member> members, CountingWindow window) {
        members.forEach(member -> together.add(member.session().encounter()));
        together.remove(session.encounter());
        Member last = members.get(members.size() - 1);
        if (!last.session().encounter().equals(session.encounter())) {
            elsewhere = true;
            findings.add(billedElsewhere(own, last));
            return;
        }
        if (!mine.contains(last.service().reference())) {
            // another clinician of this session has the last of them, and bills for all
            return;
        }
        Map<String, List<Member>> byRule = new LinkedHashMap<>();
        members.forEach(member -> byRule.computeIfAbsent(member.rule().rule(), rule -> new ArrayList<>())
                .add(member));
        byRule.values().forEach(group -> counted.add(sum(group, window)));
    }

    private Finding billedElsewhere(Member own, Member last) {
        Situation facts = Situation.of(Map.of(
                "question",
                new Fact<>("billed-with-another-session", last.service().kind().evidence()),
                "session",
                new Fact<>(last.session().encounter(), last.service().kind().evidence()),
                "date",
                new Fact<>(last.date().toString(), last.service().kind().evidence())));
        List<Evidence> evidence = new ArrayList<>(own.service().kind().evidence());
        evidence.addAll(last.service().kind().evidence());
        evidence.addAll(last.session().time().dateOfService().evidence());
        Row row = book.table(CodingTables.UNANSWERED)
                .first(facts, date)
                .orElseThrow(() -> new IllegalStateException("no row for the question billed-with-another-session"));
        return Findings.of(row, Verdict.BYPASSED, facts, evidence);
    }

    private CountedService sum(List<Member> group, CountingWindow window) {
        Member last = group.get(group.size() - 1);
        Situation facts = last.facts();
        List<Evidence> evidence = new ArrayList<>();
        for (String counts : CountedFacts.of(group.stream().map(Member::facts).toList())) {
            Fact<Integer> total =
                    CountedFacts.total(counts, group.stream().map(Member::facts).toList());
            facts = facts.with(counts, total);
            evidence.addAll(total.evidence());
        }
        List<Evidence> kinds = group.stream()
                .flatMap(member -> member.service().kind().evidence().stream())
                .toList();
        facts = facts.with(SESSIONS, new Fact<>(group.size(), kinds));
        facts = episodeMonth(last, facts);
        evidence.addAll(kinds);
        group.forEach(member ->
                evidence.addAll(member.session().time().dateOfService().evidence()));
        return new CountedService(
                last.service(),
                facts,
                dated(group, window),
                new CountedService.Sum(last.rule(), last.rule().result("pool"), evidence, group.size()));
    }

    /** The date of the line: that of the first or the last service, or the first day of the window. */
    private static LocalDate dated(List<Member> group, CountingWindow window) {
        Member last = group.get(group.size() - 1);
        return switch (last.rule().result("dated")) {
            case "begin" -> window.from();
            case "first" -> group.get(0).date();
            default -> last.date();
        };
    }

    /** Whether this is the first month of an episode: none of its kind in the months before. */
    private Situation episodeMonth(Member member, Situation facts) {
        String months = member.rule().result("new-after");
        if (months.isEmpty()) {
            return facts;
        }
        Fact<String> month = new EpisodeMonth(
                        history, Set.of(member.rule().result("new-codes").split("\\|", -1)))
                .of(member.service(), member.date(), Integer.parseInt(months));
        return facts.with("episode-month", month);
    }

    private SessionSituations situationsOf(SessionDocumentation other) {
        return situations.computeIfAbsent(
                other.encounter(), encounter -> new SessionSituations(other, book, PatientHistory.UNKNOWN));
    }
}
