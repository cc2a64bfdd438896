package org.plainclaim.cli.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.RuleLibrary;
import picocli.CommandLine.Option;

/** Which rows somebody asks for. */
public final class RowOptions {
    @Option(names = "--code", paramLabel = "CODE", description = "Rows that name this code in a condition or a result.")
    @Nullable
    String code;

    @Option(names = "--table", paramLabel = "TABLE", description = "Rows of this table, such as rules/services.")
    @Nullable
    String table;

    @Option(names = "--rule", paramLabel = "ID", description = "The row with this id.")
    @Nullable
    String rule;

    @Option(names = "--text", paramLabel = "WORD", description = "Rows in which this text stands.")
    @Nullable
    String text;

    @Option(
            names = "--payer",
            paramLabel = "ID",
            description = "Whose book to read; base (the default) is what holds whoever pays.")
    String payer = RuleLibrary.BASE;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Date of service the rows must hold for; today unless given.")
    @Nullable
    LocalDate date;

    @Option(names = "--differences", description = "Only rows in which the payer's book differs from base.")
    boolean differences;

    @Option(
            names = "--coming",
            paramLabel = "DAYS",
            description = "Rows that start within so many days after the date, or end from the date on, soonest first.")
    @Nullable
    Integer coming;
}
