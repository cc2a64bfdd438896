package org.plainclaim.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ProcedureCode;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.release.LiveLibrary;
import org.plainclaim.release.LoadRefused;
import org.plainclaim.release.LoadRequest;
import org.plainclaim.release.Progress;
import org.plainclaim.release.PublishedFiles;
import org.plainclaim.release.ReleaseFolder;
import org.plainclaim.release.ReleaseKind;
import org.plainclaim.release.Releases;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.scenario.ScenarioSession;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What loaded releases say of lines; every row of {@code edits/national-edits} speaks here. */
final class NationalEditsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    private static final LocalDate AFTER = LocalDate.of(2026, 4, 1);
    /** After what ships, too. */
    private static final LocalDate AFTER_ALL = LocalDate.of(2027, 1, 1);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> SPOKEN = new TreeSet<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path temp;

    @SuppressWarnings("NullAway.Init")
    private static RuleLibrary library;

    @BeforeAll
    static void load() throws IOException, LoadRefused {
        Path pairs = PublishedFiles.pairs(
                temp.resolve("ccipra-v320r0-f1.txt"),
                "90834 96127 20240101 * 0",
                "90834 99213 20240101 * 1",
                "90834 90899 20240101 * 1",
                "90834 99605 20240101 * 1",
                "90834 H0004 20240101 * 1",
                "90853 90834 20240101 * 0",
                "90837 90791 20200101 20251231 0",
                "96127 96110 20240101 * 9");
        Path units = PublishedFiles.units(
                temp.resolve("MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"),
                "96127 2 1",
                "H0004 4 2",
                "96110 3 3",
                "90834 3 3");
        List<String> hcpcs = List.of(PublishedFiles.hcpcs("H0004", 3, "Made-up text", "20010101", ""));
        Path codes = PublishedFiles.write(temp.resolve("HCPC2026_JAN_ANWEB.txt"), hcpcs);
        ReleaseFolder folder = new ReleaseFolder(temp.resolve("releases"));
        Releases releases = new Releases(folder, CLOCK);
        LocalDate from = LocalDate.of(2026, 1, 1);
        releases.load(new LoadRequest(ReleaseKind.NCCI_PAIRS, List.of(pairs), from, null), Progress.NONE);
        releases.load(new LoadRequest(ReleaseKind.NCCI_UNITS, List.of(units), from, null), Progress.NONE);
        releases.load(new LoadRequest(ReleaseKind.HCPCS, List.of(codes), from, null), Progress.NONE);
        library = new LiveLibrary(RuleLoader.load(TerminologyFolder.shipped()), folder).get();
    }

    private static RuleBook medicare() {
        return library.book("medicare").orElseThrow();
    }

    @Test
    void neverTogether() {
        Finding finding = only(check(medicare(), DATE, "90834", "96127"), "national-pair-never");
        assertTrue(finding.holds());
        assertEquals(
                "NCCI procedure pairs, practitioner, ccipra-v320r0-f1 (ccipra-v320r0-f1.txt), 90834/96127",
                finding.source().citation());
        assertEquals(LocalDate.of(2024, 1, 1), finding.source().effectiveFrom());
        assertEquals(LocalDate.of(2026, 11, 23), finding.source().verifiedOn());
        assertTrue(
                only(check(medicare(), DATE, "96127", "90834"), "national-pair-never")
                        .holds(),
                "in either order");
    }

    @Test
    void holdsOnlyWherePayersAreBoundByTheFile() {
        Finding finding = only(check(library.base(), DATE, "90834", "96127"), "national-pair-never");
        assertEquals(Verdict.FAIL, finding.verdict());
        assertTrue(!finding.holds() && finding.message().contains("ask whether this payer follows it"));
    }

    @Test
    void asksForTheModifierThatFitsTheSecondCode() {
        assertEquals("national-pair-visit", modified("99213", "25"));
        assertEquals("national-pair-before-visits", modified("90899", "59"));
        assertEquals("national-pair-after-visits", modified("99605", "59"));
        assertEquals("national-pair-letters", modified("H0004", "59"));
    }

    private static String modified(String second, String modifier) {
        List<Finding> findings = check(medicare(), DATE, "90834", second);
        Finding failed = findings.stream().filter(Finding::holds).findFirst().orElseThrow();
        assertTrue(failed.message().contains("modifier " + modifier), failed.message());
        return failed.rule();
    }

    @Test
    void theReleaseWinsOverARowOfTheSamePairAndSaysSo() {
        List<Finding> findings = check(medicare(), DATE, "90834", "90853");
        Finding finding = only(findings, "national-pair-never");
        assertTrue(finding.holds());
        assertTrue(finding.message().contains("instead of rule pair-"), finding.message());
        assertEquals(
                1, findings.stream().filter(one -> one.rule().contains("pair")).count());
    }

    @Test
    void aPairThatTheReleaseEndedIsLifted() {
        Finding finding = only(check(medicare(), DATE, "90837", "90791"), "national-pair-lifted");
        assertEquals(Verdict.PASS, finding.verdict());
        assertTrue(finding.message().contains("instead of rule pair-evaluation-psychotherapy"), finding.message());
        assertTrue(check(medicare(), DATE, "96127", "96110").stream().noneMatch(Finding::holds), "not on this date");
    }

    @Test
    void aRowThatTheReleaseDoesNotHaveStands() {
        assertTrue(only(check(medicare(), DATE, "90837", "90839"), "pair-psychotherapy-crisis")
                .holds());
    }

    @Test
    void limitsUnitsByTheirIndicator() {
        assertTrue(only(checked(medicare(), List.of(line("96127", 3, DATE))), "national-units-line")
                .holds());
        assertEquals(
                Verdict.PASS,
                only(
                                checked(medicare(), List.of(line("96127", 2, DATE), line("96127", 2, DATE))),
                                "national-units-line")
                        .verdict());
        assertTrue(
                only(checked(medicare(), List.of(line("H0004", 2, DATE), line("H0004", 3, DATE))), "national-units-day")
                        .holds());
        Finding proof = only(checked(medicare(), List.of(line("96110", 4, DATE))), "national-units-day-with-proof");
        assertTrue(proof.holds() && proof.fix().contains("proof"));
    }

    @Test
    void aRowOfThePayerStandsWhereTheFileDoesNotBind() {
        RuleBook oregon = library.book("medicaid-oregon").orElseThrow();
        assertTrue(checked(oregon, List.of(line("90834", 2, DATE))).stream()
                .anyMatch(one -> one.rule().equals("units-psychotherapy") && one.holds()));
        Finding binding = only(checked(medicare(), List.of(line("90834", 4, DATE))), "national-units-day-with-proof");
        assertTrue(binding.message().contains("instead of rule units-psychotherapy"), binding.message());
    }

    @Test
    void saysWhenTheDateIsAfterTheLastRelease() {
        assertEquals(Set.of("procedure-pairs-after-last-release", "unit-limits-after-last-release"), notChecked(AFTER));
        assertEquals(Set.of(), notChecked(DATE));
        assertEquals(
                Verdict.NOT_CHECKED,
                only(check(medicare(), AFTER_ALL, "H0004", "90834"), "procedure-codes-after-last-release")
                        .verdict());
    }

    @Test
    void aCodeThatTheReleaseDoesNotHaveIsNotInUse() {
        assertTrue(only(check(medicare(), DATE, "H0005", "90834"), "procedure-code-not-in-release")
                .holds());
        assertTrue(check(medicare(), DATE, "H0004", "90837").stream()
                .noneMatch(one -> one.rule().equals("procedure-code-not-in-release")));
    }

    @Test
    void labelsComeFromTheLoadedFile() {
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("service", "behavioral-counseling").put("minutes", 45).put("date", DATE.toString());
        ClaimOutcome outcome = new ClaimDerivation(library).derive(ScenarioSession.of(facts));
        assertEquals(
                List.of("Made-up text"),
                outcome.claims().stream()
                        .flatMap(claim -> claim.lines().stream())
                        .map(line -> line.code().label())
                        .toList());
    }

    @org.junit.jupiter.api.AfterAll
    static void everyRowSpoke() {
        Set<String> silent = library.base().table(EditTables.NATIONAL_EDITS).rows().stream()
                .map(Row::rule)
                .filter(rule -> !SPOKEN.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), silent, "rows of national-edits that no test makes speak");
    }

    private static Finding only(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not in "
                        + findings.stream().map(Finding::rule).toList()));
    }

    private static Set<String> notChecked(LocalDate date) {
        SessionDocumentation session = ScenarioSession.of(new ObjectMapper().createObjectNode());
        Evidence evidence = new Evidence(session.encounter(), "Encounter", null);
        List<Finding> findings =
                EditEngine.notChecked(org.plainclaim.rules.Situation.of(Map.of()), medicare(), date, List.of(evidence));
        findings.forEach(finding -> SPOKEN.add(finding.rule()));
        return findings.stream()
                .map(Finding::rule)
                .filter(rule -> rule.startsWith("procedure-pairs") || rule.startsWith("unit-limits"))
                .collect(Collectors.toSet());
    }

    private static List<Finding> check(RuleBook book, LocalDate date, String... codes) {
        return checked(
                book, Arrays.stream(codes).map(code -> line(code, 1, date)).toList());
    }

    private static List<Finding> checked(RuleBook book, List<ServiceLine> lines) {
        SessionDocumentation session = ScenarioSession.of(new ObjectMapper().createObjectNode());
        List<Finding> findings =
                new ArrayList<>(PairEdits.check(lines, List.of(), session, book).findings());
        findings.addAll(EditEngine.check(lines, Map.of(), List.of(), book));
        findings.forEach(finding -> SPOKEN.add(finding.rule()));
        return findings;
    }

    private static ServiceLine line(String code, int units, LocalDate date) {
        SessionDocumentation session = ScenarioSession.of(new ObjectMapper().createObjectNode());
        Evidence evidence = new Evidence("Procedure/1", "Procedure.code", code);
        Source source = new Source("test", "test", null, null, DATE, "confirmed");
        return new ServiceLine(
                "Procedure/1",
                new ProcedureCode(code, code),
                List.of(),
                units,
                "11",
                "",
                date,
                List.of(1),
                session.services().get(0).rendering(),
                "because",
                List.of(new Reason(source, code, List.of(evidence))));
    }
}
