package org.plainclaim.coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.diagnosis.Pointing;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Makes one line, and the add-on lines that ride on it, of a service whose code is decided. */
final class LineMaker {
    private static final Comparator<Row> BY_POSITION = Comparator.comparingInt(
                    (Row row) -> Integer.parseInt(row.result("position")))
            .thenComparing(Row::rule);

    private final RuleBook book;
    private final DiagnosisSequence diagnoses;
    private final List<Finding> findings;
    private final Permission permission;

    LineMaker(RuleBook book, DiagnosisSequence diagnoses, List<Finding> findings) {
        this.book = book;
        this.diagnoses = diagnoses;
        this.findings = findings;
        this.permission = new Permission(book);
    }

    /**
     * A service with its code decided.
     *
     * @param counted what was documented
     * @param facts its situation, with the place of service
     * @param rule the row that decided the code
     * @param place why that place of service
     */
    record Coded(CountedService counted, Situation facts, Row rule, Reason place) {
        DocumentedService service() {
            return counted.service();
        }

        LocalDate date() {
            return counted.date();
        }

        Situation withCode() {
            return facts.with(
                    Columns.CODE,
                    new Fact<>(rule.result("code"), service().kind().evidence()));
        }
    }

    /** The units of the code that is decided. */
    Units.Share share(Coded coded, Units units) {
        return units.of(coded.withCode(), coded.date());
    }

    /** At most one line of each add-on code; several documented factors are all its evidence. */
    List<ServiceLine> addOns(Coded coded, ServiceLine primary, Units units) {
        if (book.table(CodingTables.ADD_ONS)
                .rowsOf(primary.code().code(), coded.date())
                .isEmpty()) {
            return List.of();
        }
        Situation facts = coded.facts()
                .with(
                        Columns.PRIMARY,
                        Fact.of(
                                primary.code().code(),
                                primary.reasons().get(0).evidence().get(0)));
        Map<String, ServiceLine> lines = new LinkedHashMap<>();
        addOns(coded, facts, units, lines);
        for (Fact<String> factor : coded.service().content().complexityFactors()) {
            addOns(coded, facts.with(Columns.FACTOR, factor), units, lines);
        }
        return List.copyOf(lines.values());
    }

    private void addOns(Coded primary, Situation facts, Units units, Map<String, ServiceLine> lines) {
        for (Row row : book.table(CodingTables.ADD_ONS).all(facts, primary.date())) {
            Coded coded = new Coded(primary.counted(), facts, row, primary.place());
            Units.Share share = share(coded, units);
            if (share.number() > 0 && !lines.containsKey(row.result("code"))) {
                lines.put(row.result("code"), line(coded, share));
            }
        }
    }

    ServiceLine line(Coded coded, Units.Share share) {
        List<Evidence> own = coded.service().kind().evidence();
        Situation facts = coded.withCode().with(Columns.UNITS, new Fact<>(share.number(), own));
        String code = coded.rule().result("code");
        List<Reason> reasons = new ArrayList<>();
        reasons.add(coded.rule().reason(facts, code, own));
        share.rule()
                .ifPresent(row ->
                        reasons.add(new Reason(row.source(), "units " + share.number(), counted(row, facts, own))));
        CountedService.Sum sum = coded.counted().sum();
        if (sum != null) {
            reasons.add(new Reason(sum.rule().source(), "added up over " + sum.sessions(), sum.evidence()));
        }
        reasons.add(coded.place());
        credential(coded, reasons);
        patientStatus(facts, coded, reasons);
        Clinician biller = permission.check(facts, coded, reasons, findings);
        List<String> modifiers = modifiers(facts, coded, reasons);
        return new ServiceLine(
                coded.service().reference(),
                new ProcedureCode(code, label(code, coded.date())),
                modifiers,
                share.number(),
                String.valueOf(facts.fact(Columns.PLACE_OF_SERVICE).value()),
                revenueCode(facts, coded, reasons),
                coded.date(),
                pointers(code, coded, reasons),
                biller,
                coded.rule().filled("because", facts),
                reasons);
    }

    private static List<Evidence> counted(Row row, Situation facts, List<Evidence> own) {
        String column = row.result("counted");
        List<Evidence> evidence =
                facts.fact(column.isEmpty() ? "minutes" : column).evidence();
        return evidence.isEmpty() ? own : evidence;
    }

    /** In the words of the site's own file where it loaded one, else in ours. */
    private String label(String code, LocalDate date) {
        DatedCodeSystem system = book.codes().systems().get(Character.isLetter(code.charAt(0)) ? "hcpcs" : "cpt");
        if (system != null && system.edition(date).whole()) {
            DatedCode known = system.look(code, date).code();
            if (known != null) {
                return known.label();
            }
        }
        return book.table(CodingTables.PROCEDURE_CODES)
                .named(code, date)
                .map(row -> row.result("label"))
                .orElse("");
    }

    private void credential(Coded coded, List<Reason> reasons) {
        Fact<String> taxonomy = coded.service().rendering().taxonomy();
        book.table(SessionSituations.TAXONOMY)
                .named(taxonomy.orElse(""), coded.date())
                .ifPresent(row -> reasons.add(
                        new Reason(row.source(), "credential " + row.result("credential"), taxonomy.evidence())));
    }

    /** Where the history decided between new and established, it is a reason of its own. */
    private void patientStatus(Situation facts, Coded coded, List<Reason> reasons) {
        Fact<?> status = facts.fact(Columns.PATIENT_STATUS);
        if (status.known() && !coded.service().content().patientStatus().known()) {
            book.table(SessionSituations.PATIENT_STATUS)
                    .first(facts, coded.date())
                    .ifPresent(row ->
                            reasons.add(new Reason(row.source(), "patient " + status.value(), status.evidence())));
        }
    }

    /** The diagnoses that are the line's reason; where a rule chose the first, it is a reason of the line. */
    private List<Integer> pointers(String code, Coded coded, List<Reason> reasons) {
        Pointing pointing = diagnoses.pointers(code, coded.date());
        findings.addAll(pointing.findings());
        Row rule = pointing.rule();
        if (rule != null) {
            int first = pointing.positions().get(0);
            reasons.add(new Reason(rule.source(), rule.result("because"), diagnoses.evidence(first)));
        }
        return pointing.positions();
    }

    private String revenueCode(Situation facts, Coded coded, List<Reason> reasons) {
        Optional<Row> row = book.table(CodingTables.REVENUE_CODES).first(facts, coded.date());
        if (row.isEmpty()) {
            return "";
        }
        String code = row.get().result("revenue-code");
        reasons.add(row.get()
                .reason(facts, "revenue code " + code, coded.service().kind().evidence()));
        return code;
    }

    /** In the order of their positions; more than four are cut, which is a finding. */
    private List<String> modifiers(Situation facts, Coded coded, List<Reason> reasons) {
        List<Row> found = book.table(CodingTables.MODIFIERS).all(facts, coded.date());
        if (found.isEmpty()) {
            return List.of();
        }
        List<Evidence> own = coded.service().kind().evidence();
        List<Row> rows = new ArrayList<>(found);
        rows.sort(BY_POSITION);
        List<Row> kept = rows.subList(0, Math.min(rows.size(), ServiceLine.MODIFIER_LIMIT));
        kept.forEach(row -> reasons.add(row.reason(facts, "modifier " + row.result("modifier"), own)));
        if (kept.size() < rows.size()) {
            String left = String.join(
                    ", ",
                    rows.subList(kept.size(), rows.size()).stream()
                            .map(row -> row.result("modifier"))
                            .toList());
            Situation said = facts.with("modifiers", new Fact<>(left, own));
            findings.add(Findings.unanswered("modifiers", book, coded.date(), said, own));
        }
        List<String> modifiers = new ArrayList<>(kept.size());
        kept.forEach(row -> modifiers.add(row.result("modifier")));
        return modifiers;
    }
}
