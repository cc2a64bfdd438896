package org.plainclaim.x12.remittance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.remittance.PayerAnswers.DAY;
import static org.plainclaim.x12.remittance.PayerAnswers.money;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class DenialRulesTest {
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();
    private static final DenialRules RULES = new DenialRules(BOOK, DAY);

    private static List<String> of(String reason, String... remarks) {
        return RULES.of(new Denial("CO", reason, List.of(remarks), money("10")));
    }

    @Test
    void namesTheEditOfADenial() {
        assertEquals(List.of("e07"), of("197"));
        assertEquals(List.of("s17"), of("29"));
        assertEquals(List.of("e01"), of("27"));
        assertEquals(List.of("e03"), of("22"));
        assertEquals(List.of("c01", "l06"), of("181"));
    }

    @Test
    void tellsByTheRemarkWhatTheReasonLeavesOpen() {
        assertEquals(List.of(DenialRules.GAP), of("16"));
        assertEquals(List.of("s01"), of("16", "N257"));
        assertEquals(List.of("s11", "t06"), of("16", "M53"));
        assertEquals(List.of("c03", "l02", "n08"), of("4", "N822"));
        assertEquals(List.of("c03", "n08"), of("4"));
        assertEquals(List.of("s01", "s03"), of("16", "N257", "n290"));
    }

    @Test
    void countsWhatNoEditCouldHaveCaught() {
        assertEquals(List.of(DenialRules.GAP), of("999"));
        assertEquals(List.of(DenialRules.GAP), of("16", "N999"));
        assertEquals(List.of(DenialRules.GAP), RULES.of("999", ""));
    }

    @Test
    void namesTheEditOfARejection() {
        assertEquals(List.of("s01"), RULES.of("562", "85"));
        assertEquals(List.of("s03"), RULES.of("562", "82"));
        assertEquals(List.of("c02", "c03"), RULES.of("453", ""));
        assertEquals(List.of("s11"), RULES.of("476", "85"));
    }

    @Test
    void doesNotTakeAStatusForAReason() {
        assertEquals(List.of("e06"), of("24"));
        assertEquals(List.of(DenialRules.GAP), RULES.of("24", ""));
        assertEquals(List.of(DenialRules.GAP), of("562"));
    }

    @Test
    void everyRowAnswersItsEdit() {
        for (Row row : BOOK.table(RemittanceTables.DENIALS).rows()) {
            String remark = first(row, "remark");
            List<String> remarks = remark.isEmpty() ? List.of() : List.of(remark);
            boolean status = first(row, "answer").equals("status");
            for (String code : cell(row, "code")) {
                List<String> edits = status ? RULES.of(code, remark) : of(code, remarks.toArray(String[]::new));
                assertTrue(edits.contains(row.result("edit")), row.rule());
            }
            assertTrue(row.result("edit").matches("[a-z]\\d\\d"), row.rule());
        }
    }

    private static String first(Row row, String column) {
        return cell(row, column).stream().findFirst().orElse("");
    }

    private static Set<String> cell(Row row, String column) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals(column))
                .findFirst()
                .map(Cell::oneOf)
                .orElse(Set.of());
    }
}
