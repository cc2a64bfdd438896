package org.plainclaim.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.diagnosis.DiagnosisTables;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.edit.EditTables;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.submission.Form;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.work.Owner;
import org.plainclaim.x12.remittance.RemittanceTables;

/** The tables agree with each other and with the tables they speak of. */
final class ScrubTablesTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Stream<Row> rows(TableSchema schema) {
        return LIBRARY.payers().stream()
                .flatMap(payer -> LIBRARY.book(payer).orElseThrow().table(schema).rows().stream());
    }

    private static Set<String> edits() {
        return rows(ScrubTables.EDITS)
                .map(row -> row.conditions().get(0).text())
                .collect(Collectors.toSet());
    }

    /** Likely answers by edit, as the edits have them: reason codes, and claim status codes. */
    private static Map<String, Set<String>> likely() {
        Map<String, Set<String>> likely = new TreeMap<>();
        for (TableSchema schema : List.of(ScrubTables.EDITS, ScrubTables.CASES)) {
            rows(schema).forEach(row -> {
                String edit = row.conditions().get(0).text();
                PayerAnswer answer = PayerAnswer.of("", row.result("answers"), row.result("status"));
                Set<String> codes = likely.computeIfAbsent(edit, made -> new TreeSet<>());
                answer.reasons().forEach(reason -> codes.add(reason.carc()));
                codes.addAll(answer.statuses());
            });
        }
        return likely;
    }

    @Test
    void deniesWhatTheRemittanceTablesLeadBackToTheEdit() {
        Map<String, Set<String>> leadBack = new TreeMap<>();
        edits().forEach(edit -> leadBack.put(edit, new TreeSet<>()));
        rows(RemittanceTables.DENIALS)
                .forEach(row -> leadBack.computeIfAbsent(row.result("edit"), made -> new TreeSet<>())
                        .addAll(row.conditions().get(0).oneOf()));
        assertEquals(leadBack, likely());
    }

    @Test
    void namesOnlyReasonsAndRemarksOfTheCodeSystems() {
        for (TableSchema schema : List.of(ScrubTables.EDITS, ScrubTables.CASES)) {
            rows(schema).forEach(row -> PayerAnswer.of("", row.result("answers"), "")
                    .reasons()
                    .forEach(reason -> {
                        assertTrue(known("carc", reason.carc()), reason.carc());
                        assertTrue(reason.rarc().isEmpty() || known("rarc", reason.rarc()), reason.rarc());
                    }));
        }
    }

    private static boolean known(String system, String code) {
        return LIBRARY.codes().system(system).orElseThrow().look(code, DAY).code() != null;
    }

    @Test
    void remarksOfAnEditAreThoseOfItsDenials() {
        Map<String, Set<String>> ofDenials = new TreeMap<>();
        Map<String, Set<String>> ofEdits = new TreeMap<>();
        rows(RemittanceTables.DENIALS)
                .filter(row ->
                        row.conditions().stream().anyMatch(cell -> cell.text().equals("adjustment")))
                .forEach(row -> row.conditions().stream()
                        .filter(cell -> cell.column().equals("remark"))
                        .forEach(cell -> ofDenials
                                .computeIfAbsent(row.result("edit"), made -> new TreeSet<>())
                                .addAll(cell.oneOf())));
        rows(ScrubTables.EDITS).forEach(row -> PayerAnswer.of("", row.result("answers"), "").reasons().stream()
                .filter(reason -> reason.carc().equals("16"))
                .forEach(reason -> ofEdits.computeIfAbsent(
                                row.conditions().get(0).text(), made -> new TreeSet<>())
                        .add(reason.rarc())));
        ofEdits.forEach((edit, remarks) ->
                assertTrue(ofDenials.getOrDefault(edit, Set.of()).containsAll(remarks), () -> edit + " " + remarks));
    }

    @Test
    void everyRuleOfTheOtherTablesBelongsToAnEdit() {
        Set<String> named = rows(ScrubTables.RULES)
                .flatMap(row -> row.conditions().get(0).oneOf().stream())
                .collect(Collectors.toSet());
        Set<String> lost = new TreeSet<>();
        for (TableSchema schema : List.of(
                DiagnosisTables.DIAGNOSES,
                DiagnosisTables.PAIRS,
                DiagnosisTables.ORDER,
                DiagnosisTables.ADDITIONAL,
                DiagnosisTables.WORDS,
                EditTables.LINES)) {
            rows(schema)
                    .map(Row::rule)
                    .filter(rule -> !named.contains(rule) && !named.contains(rule.split("-", 2)[0]))
                    .forEach(lost::add);
        }
        rows(Requirements.TABLE)
                .map(Row::rule)
                .filter(rule -> rule.matches("[a-z]+\\d\\d-.*"))
                .filter(rule -> !named.contains(rule) && !named.contains(rule.split("-", 2)[0]))
                .forEach(lost::add);
        assertEquals(Set.of(), lost);
    }

    @Test
    void everyNamedRuleIsOneOfAnotherTable() {
        Set<String> there = LIBRARY.payers().stream()
                .flatMap(payer -> LIBRARY.book(payer).orElseThrow().tables().values().stream())
                .flatMap(table -> table.rows().stream())
                .map(Row::rule)
                .collect(Collectors.toSet());
        Set<String> families = there.stream().map(rule -> rule.split("-", 2)[0]).collect(Collectors.toSet());
        Set<String> lost = rows(ScrubTables.RULES)
                .flatMap(row -> row.conditions().get(0).oneOf().stream())
                .filter(rule -> !rule.startsWith("minutes-") && !rule.startsWith("permission-"))
                .filter(rule -> !there.contains(rule) && !families.contains(rule))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), lost);
    }

    @Test
    void everyRowSpeaksOfAnEdit() {
        Set<String> edits = edits();
        for (TableSchema schema : List.of(ScrubTables.LINES, ScrubTables.BESIDE, ScrubTables.RULES)) {
            rows(schema)
                    .map(row -> row.result("edit"))
                    .forEach(edit -> assertTrue(edit.isEmpty() || edits.contains(edit), edit));
        }
        rows(ScrubTables.CASES)
                .map(row -> row.conditions().get(0).text())
                .forEach(edit -> assertTrue(edits.contains(edit), edit));
    }

    /** One case for each row of the small tables; a row that is added without one is named. */
    @Test
    void everyRowOfTheSmallTablesIsAsked() {
        assertEquals(
                Set.of(
                        "sign-place-video place-02|place-10 audio-video",
                        "sign-video modifier-95|modifier-GT audio-video",
                        "sign-sound modifier-93|modifier-FQ audio-only"),
                texts(ScrubTables.SIGNS, "telehealth"));
        assertEquals(
                Set.of("limits-professional professional 50", "limits-institutional institutional 999"),
                texts(ScrubTables.LIMITS, "lines"));
        assertEquals(Set.of("member-id-medicare MA|MB medicare"), texts(ScrubTables.MEMBER_IDS, "form"));
        assertEquals(Set.of("last-payer-medicaid MC Medicaid"), texts(ScrubTables.LAST_PAYERS, "label"));
        assertEquals(
                Set.of(
                        "pair-modifier-distinct 59 59|XE|XS|XP|XU",
                        "pair-modifier-visit 25 25",
                        "pair-modifier-any any 59|76|77|XE|XS|XP|XU",
                        "pair-modifier-repeat repeat 76|77",
                        "pair-modifier-practitioner other-practitioner 77|XP"),
                texts(ScrubTables.PAIR_MODIFIERS, "satisfied-by"));
        assertEquals(
                Set.of(
                        "word-home home-place 10",
                        "word-programs program-condition 41|92",
                        "word-inpatient inpatient 011"),
                texts(ScrubTables.WORDS, "value"));
    }

    private static Set<String> texts(TableSchema schema, String result) {
        return LIBRARY.base().table(schema).rows().stream()
                .map(row -> row.rule() + " " + row.conditions().get(0).text() + " " + row.result(result))
                .collect(Collectors.toSet());
    }

    @Test
    void everyEditHasAnOwner() {
        rows(ScrubTables.EDITS)
                .forEach(row -> assertTrue(Stream.of(Owner.values()).anyMatch(owner -> owner.name()
                        .equalsIgnoreCase(row.result("owner").replace('-', '_')))));
    }

    @Test
    void everyFormHasLimits() {
        Collection<String> forms = Stream.of(Form.values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
        forms.forEach(form -> assertTrue(Objects.requireNonNull(LIBRARY.base())
                .table(ScrubTables.LIMITS)
                .named(form, DAY)
                .isPresent()));
    }
}
