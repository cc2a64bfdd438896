package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The command {@code rules} over the rules that ship. */
final class RulesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int WIDTH = 120;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int rules(String line) {
        List<String> arguments = new ArrayList<>(List.of("rules"));
        Arrays.stream(line.split(" ", -1)).filter(each -> !each.isEmpty()).forEach(arguments::add);
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err), CLOCK);
        return Commands.over(console).execute(arguments.toArray(String[]::new));
    }

    private void says(String text) {
        assertTrue(out.toString().contains(text), () -> text + " is not in:\n" + out);
    }

    private void saysLike(String pattern) {
        assertTrue(Pattern.compile(pattern).matcher(out.toString()).find(), () -> pattern + " is not in:\n" + out);
    }

    private void saysNothingOf(String text) {
        assertFalse(out.toString().contains(text), () -> text + " is in:\n" + out);
    }

    private void complains(String text) {
        assertTrue(err.toString().contains(text), () -> text + " is not in:\n" + err);
        assertEquals("", out.toString());
    }

    @Test
    void showsWhatThereIsToAskAbout() {
        assertEquals(0, rules(""));
        RuleLibrary library = RuleLoader.load(TerminologyFolder.shipped());
        says("Release " + library.release().version() + "\n");
        says("Digest " + library.release().digest() + "\n");
        says("\nPayers\n  base\n");
        says("\n  medicare (rows that differ from base: ");
        says("rows in force on 2026-07-01 for payer base\n");
        library.base().tables().keySet().forEach(file -> says("  " + file + "\n"));
    }

    @Test
    void countsTheRowsInForceOfOnePayerOnOneDate() {
        assertEquals(0, rules("--payer medicare --date 1900-01-01"));
        says("rows in force on 1900-01-01 for payer medicare\n");
        says("     0  rules/services\n");
        says("\n  medicare\n");
    }

    @Test
    void tellsEverythingOfACode() {
        assertEquals(0, rules("--code 90837 --payer medicare --date 2026-03-03"));
        says("Payer medicare, date of service 2026-03-03, release ");
        says(
                "\ncodes/procedure-codes\n  code-90837 [reported]: if code 90837\n      family psychotherapy, level 3: Psychotherapy, 53 minutes or more\n");
        says("psychotherapy-53-and-more: if service individual-psychotherapy and minutes 53 or more and ");
        saysLike(
                "if column-one 90853 and column-two 90837 \\(one of \\d+\\)\n {6}indicator 1, modifier 59, severity hold: ");
        saysLike("if add-on 90785\n {6}primaries 90837 \\(one of \\d+\\), severity hold: ");
        says("      limit 1, severity hold: ");
        says("      modifier 93, position 30: by telephone\n");
        says("      allowed yes: A {credential} may bill {code}.\n");
        says(" rows. --explain prints all of each. Rows that name no code ");
    }

    @Test
    void findsACodeHoweverItIsWrittenAndShowsItAsTheTableDoes() {
        assertEquals(0, rules("--code g0017 --payer medicare"));
        says("if code G0017 (one of ");
        saysNothingOf("g0017 (");
    }

    @Test
    void keepsThePayersAndTheDatesApart() {
        String question = "--code 95 --table modifiers --rule modifier-audio-video ";
        assertEquals(0, rules(question + "--date 2026-03-03"));
        assertEquals(1, rules(question + "--date 2026-03-03 --payer medicare-advantage"));
        assertEquals(1, rules(question + "--date 2016-12-31"));
        assertEquals(0, rules(question + "--date 2017-01-01"));
    }

    @Test
    void explainsTheOnlyRow() {
        assertEquals(0, rules("--rule PSYCHOTHERAPY-16-37"));
        says(
                "\n  psychotherapy-16-37\n    if          service individual-psychotherapy\n                minutes 16 to 37\n");
        says("    then        code 90832\n                because {minutes} minutes of ");
        says("\n    in force    since 2013-01-01\n    source      Novitas ");
        says("\n    verified    2026-11-23, confirmed\n    file        rules/services/psychotherapy.csv:");
        says("\n1 row.\n");
        saysNothingOf("--explain");
    }

    @Test
    void explainsAllOfManyRowsIfAsked() {
        assertEquals(0, rules("--table rules/who-may-bill --explain"));
        says("\n    if          code one of 90791, 90832, ");
        saysNothingOf(" others");
        saysNothingOf("--explain");
    }

    @Test
    void shortensWhatIsLong() {
        assertEquals(0, rules("--table who-may-bill"));
        saysLike("if code 90791 or \\d+ others and credential psychiatrist or \\d+ others\n");
        assertEquals(0, rules("--table lines --payer medicare"));
        says("...\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--code 90837 --payer medicare",
                "--table documentation --explain",
                "--payer medicare --differences --explain",
                "--payer medicare --differences --date 2020-01-01"
            })
    void keepsToTheWidth(String line) {
        assertEquals(0, rules(line));
        List<String> wide =
                out.toString().lines().filter(each -> each.length() > WIDTH).toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void findsWordsInIdsCellsAndSources() {
        assertEquals(0, rules("--text CRISIS-30 --json"));
        says("\"rule\":\"crisis-30-and-more\"");
        assertEquals(0, rules("--text telephone --json"));
        says("\"rule\":\"modifier-audio-only\"");
        assertEquals(0, rules("--text interpreter --table add-ons --json"));
        assertEquals(0, rules("--text novitas --table unit-limits --json"));
        says("\"rule\":\"units-psychotherapy\"");
    }

    @Test
    void saysWhatIsNotDocumented() {
        assertEquals(0, rules("--table documentation --text telehealth-consent"));
        saysLike("telehealth .*audio-video.* or not documented");
        assertEquals(0, rules("--rule em-office-new-15-minutes --payer medicare --date 2026-03-03"));
        says("decision not documented\n");
    }

    @Test
    void saysWhatAlwaysHolds() {
        assertEquals(0, rules("--table not-checked"));
        says("  enrollment: always\n");
        assertEquals(0, rules("--rule enrollment"));
        says("    if          always\n");
    }

    @Test
    void showsHowAPayerDiffersFromTheBase() {
        assertEquals(0, rules("--payer medicare --differences --date 2026-03-03"));
        says("  added medicare-group-limit: if service group-psychotherapy\n");
        says("  removed modifier-level-social-worker [reported]: if ");
        says("  replaced crisis-30-and-more: if ");
        says("      base says: place-of-service any; in force since 2013-01-01; because ");
        saysNothingOf("psychotherapy-16-37");
    }

    @Test
    void showsEverythingThatTheBaseSaysOtherwise() {
        assertEquals(0, rules("--payer medicare --differences --rule crisis-30-and-more --date 2026-03-03"));
        says("  replaced crisis-30-and-more\n");
        says(
                "    base says   place-of-service any\n                in force since 2013-01-01\n                because ");
        saysNothingOf("base says   service");
    }

    @Test
    void findsTheReplacedRowByWhatOnlyTheBaseSays() {
        assertEquals(0, rules("--payer medicare --differences --table who-may-bill --code state"));
        says("  replaced may-bill-therapy-trainee");
        says("base says: supervisor any; allowed state; ");
    }

    @Test
    void showsADifferenceWhileEitherRowIsInForce() {
        assertEquals(0, rules("--payer medicare --differences --rule may-bill-therapy-counselors --date 2020-01-01"));
        says("    in force    since 2024-01-01\n");
        assertEquals(1, rules("--payer medicare --differences --rule may-bill-therapy-counselors --date 2012-01-01"));
    }

    @Test
    void showsWhatStartsAndEndsSoon() {
        assertEquals(0, rules("--payer medicare --date 2023-12-15 --coming 17 --text crisis"));
        saysLike("(?s)\nLast day 2023-12-31\n.*rules/services crisis-30-and-more-before-2024 \\[until 2023-12-31\\]: "
                + ".*\nFirst day 2024-01-01\n.*codes/procedure-codes code-g0017 \\[from 2024-01-01\\]: ");
    }

    @ParameterizedTest
    @CsvSource({"2023-12-30,0,false", "2023-12-30,1,true", "2023-12-31,0,true", "2024-01-01,5,false"})
    void countsTheLastDayUntilItIsOver(String date, int days, boolean found) {
        rules("--payer medicare --rule crisis-30-and-more-before-2024 --json --date " + date + " --coming " + days);
        assertEquals(found, out.toString().contains("\"change\":\"ends\",\"changes_on\":\"2023-12-31\""));
    }

    @ParameterizedTest
    @CsvSource({"2023-12-30,1,false", "2023-12-30,2,true", "2023-12-31,1,true", "2024-01-01,5,false"})
    void countsTheFirstDayUntilItHasCome(String date, int days, boolean found) {
        rules("--payer medicare --rule crisis-30-and-more --json --date " + date + " --coming " + days);
        assertEquals(found, out.toString().contains("\"change\":\"starts\",\"changes_on\":\"2024-01-01\""));
    }

    @Test
    void saysWhereElseSomethingWouldMatch() {
        assertEquals(1, rules("--payer medicare --rule crisis-30-and-more-before-2024"));
        complains("Nothing matches in the book of payer medicare on 2026-07-01. At another time: "
                + "crisis-30-and-more-before-2024 (2013-01-01 to 2023-12-31).\n");
        assertEquals(1, rules("--rule crisis-30-and-more-outside-office"));
        complains("In the book of another payer: medicare, medicare-advantage.");
        assertEquals(1, rules("--date 1900-01-01 --table services"));
        complains(" more.\n");
    }

    @Test
    void saysThatNothingMatches() {
        assertEquals(1, rules("--code 00000"));
        complains("Nothing matches in the book of payer base on 2026-07-01.\n");
        assertEquals(1, rules("--coming 5 --date 1900-01-01"));
        complains("Nothing matches in the book of payer base within 5 days after 1900-01-01.\n");
        assertEquals(1, rules("--payer medicare --differences --code 00000"));
        complains("Nothing matches in the book of payer medicare on 2026-07-01.\n");
        assertEquals(1, rules("--rule no-rule-is-like-this"));
        assertFalse(err.toString().contains("Did you mean"));
    }

    @Test
    void guessesWhatWasMeant() {
        assertEquals(1, rules("--rule psychotherapy-16-73"));
        complains("Did you mean psychotherapy-16-37?\n");
        assertEquals(2, rules("--payer Medicar"));
        complains("There is no payer 'Medicar'. Did you mean medicare? Payers: base, ");
        assertEquals(2, rules("--table service"));
        complains("There is no table 'service'. Did you mean services? Tables: access/");
    }

    @Test
    void guessesNothingFarOff() {
        assertEquals(2, rules("--payer x"));
        complains("There is no payer 'x'. Payers: base, ");
    }

    @ParameterizedTest
    @CsvSource({
        "--differences, name the payer with --payer. Payers: ",
        "--json --csv, --json and --csv exclude each other",
        "--coming -1, give a number of days from 0 to 36500",
        "--coming 36501, give a number of days from 0 to 36500",
        "--coming soon, '--coming'",
        "--date 2026-02-30, '2026-02-30' is no date; write 2026-11-23",
        "--date 26-2-3, '26-2-3' is no date; write 2026-11-23",
        "--date +12026-02-03, '+12026-02-03' is no date; write 2026-11-23",
        "--nonsense, --nonsense"
    })
    void refusesWhatCanNotBeAsked(String line, String complaint) {
        assertEquals(2, rules(line));
        complains(complaint);
    }

    @Test
    void helpsWithoutALibrary() {
        assertEquals(0, rules("--help"));
        says("--coming=DAYS");
        says("1   nothing matches");
    }
}
