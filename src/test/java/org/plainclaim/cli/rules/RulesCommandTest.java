package org.plainclaim.cli.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.ResultCells;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rows that do not ship, or not yet. */
final class RulesCommandTest {
    private static final TableSchema SCHEMA =
            new TableSchema("rules/made", List.of("code"), List.of("about"), List.of("limit", "message"));
    private static final LocalDate TODAY = LocalDate.parse("2026-07-01");
    private static final LocalDate LAST = LocalDate.parse("2026-07-05");

    private final StringWriter out = new StringWriter();

    /** The options as the program declares them. */
    @Command
    static final class Question {
        @Mixin
        RowOptions rows = new RowOptions();

        @Mixin
        OutputOptions output = new OutputOptions();
    }

    private static Row row(String rule, EffectivePeriod period, Map<String, String> results, String... cells) {
        List<Cell> conditions = Arrays.stream(cells)
                .map(cell -> Cell.parse(cell.replaceAll("=.*", ""), cell.replaceAll(".*=", "")))
                .toList();
        Source source = new Source(rule, "a source", period.from(), period.to(), TODAY, "confirmed");
        return new Row(source, period, conditions, ResultCells.of(results), "made.csv:2");
    }

    private static EffectivePeriod period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new EffectivePeriod(from, to);
    }

    private static EffectivePeriod always() {
        return period(null, null);
    }

    private static RuleBook book(String payer, Row... rows) {
        Map<String, Table> tables = Map.of(SCHEMA.file(), new Table(SCHEMA, List.of(rows)));
        return new RuleBook(payer, tables, CodeStore.EMPTY, new Release("1", "0123456789abcdef"));
    }

    private int ask(RuleBook payer, RuleBook base, String... arguments) {
        RuleLibrary library = new RuleLibrary(Map.of("base", base, "made", payer), base.release());
        Question question = CommandLine.populateCommand(new Question(), arguments);
        PrintWriter writer = new PrintWriter(out, true);
        return new RulesCommand(library, TODAY, writer, writer).answer(question.rows, question.output);
    }

    private int ask(Row row, String... arguments) {
        return ask(book("made"), book("base", row), arguments);
    }

    private void says(String text) {
        assertTrue(out.toString().contains(text), () -> text + " is not in:\n" + out);
    }

    @Test
    void readsARangeOfOneNumberAndAMixedCell() {
        assertEquals(0, ask(row("r", always(), Map.of(), "code=7..7", "place=none|11", "kind=none"), "--rule", "r"));
        says("if          code 7\n                place 11 or not documented\n                kind not documented\n");
        says("    then        nothing more\n");
        says("    in force    always\n");
    }

    @Test
    void findsACodeInAColumnThatTheTableDoesNotList() {
        Row row = row("r", always(), Map.of("limit", "A1|B2"), "detail=C3|D4");
        for (String code : List.of("A1", "b2", "C3", "d4")) {
            assertEquals(0, ask(row, "--code", code), code);
        }
        assertEquals(1, ask(row, "--code", "C"));
        assertEquals(1, ask(row, "--code", "A1|B2"));
    }

    @Test
    void givesThatColumnToTheSpreadsheet() {
        assertEquals(0, ask(row("r", always(), Map.of("limit", "1"), "detail=C3"), "--csv"));
        assertEquals(
                "payer,table,rule,difference,change,changes_on,code,detail,about,limit,message,effective_from,"
                        + "effective_to,citation,verified_on,confidence,origin\n"
                        + "base,rules/made,r,,,,,C3,,1,,,,a source,2026-07-01,confirmed,made.csv:2\n",
                out.toString());
    }

    @Test
    void showsTwoChangesOfOneRow() {
        Row row = row("r", period(TODAY.plusDays(1), LAST), Map.of("limit", "1"));
        assertEquals(0, ask(row, "--coming", "9"));
        says("\nFirst day 2026-07-02\n  rules/made r [from 2026-07-02, until 2026-07-05]: always\n      limit 1\n");
        says("\nLast day 2026-07-05\n  rules/made r ");
    }

    @Test
    void sortsChangesByDateAndNotByTable() {
        Row late = row("late", period(null, LAST), Map.of());
        Row soon = row("soon", period(null, TODAY), Map.of());
        assertEquals(0, ask(book("made"), book("base", late, soon), "--coming", "9"));
        assertTrue(out.toString().indexOf("made soon") < out.toString().indexOf("made late"), out.toString());
    }

    @Test
    void tellsARowThatOnlyEnds() {
        assertEquals(0, ask(row("r", period(null, LAST), Map.of("message", "Two words")), "--rule", "r"));
        says("    in force    until 2026-07-05\n");
    }

    @Test
    void comparesLongListsInFullAlsoWhereItShortensThem() {
        Row base = row("r", always(), Map.of("limit", "1"), "code=A|B|C|D");
        Row payer = row("r", always(), Map.of("limit", "1"), "code=A|B|C|E");
        Row more = row("s", always(), Map.of("limit", "2"));
        assertEquals(0, ask(book("made", payer, more), book("base", base), "--payer", "made", "--differences"));
        says("      base says: code A or 3 others\n");
        says("  added s: always\n      limit 2\n");
    }

    @Test
    void namesWhatOnlyThePayerSays() {
        Row base = row("r", always(), Map.of("limit", "1"));
        Row payer = row("r", always(), Map.of("limit", "1", "message", "Not so."), "detail=C3");
        assertEquals(0, ask(book("made", payer), book("base", base), "--payer", "made", "--differences"));
        says("    base says   detail any\n                message nothing\n");
    }

    @Test
    void takesNoRowForDifferentThatOnlyStandsElsewhere() {
        Row base = row("r", always(), Map.of("limit", "1"), "code=A", "detail=B");
        Row payer = row("r", always(), Map.of("limit", "1"), "detail=B", "code=A");
        assertEquals(1, ask(book("made", payer), book("base", base), "--payer", "made", "--differences"));
    }

    @Test
    void cutsOnlyWhatIsWiderThanAPage() {
        String fits = "a " + "b".repeat(112);
        Row one = row("one", always(), Map.of("message", fits));
        Row two = row("two", always(), Map.of("message", fits + "b"));
        assertEquals(0, ask(book("made"), book("base", one, two), "--table", "made"));
        says("  one: always\n      " + fits + "\n");
        says("  two: always\n      " + fits.substring(0, 111) + "...\n");
    }

    @Test
    void countsNoDifferencesWhereThereAreNone() {
        Row row = row("r", always(), Map.of());
        assertEquals(0, ask(book("made", row), book("base", row)));
        says("\n  made\n");
        assertFalse(out.toString().contains("differ"), out.toString());
    }
}
