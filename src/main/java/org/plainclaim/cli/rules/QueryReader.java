package org.plainclaim.cli.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.TableSchema;
import org.plainclaim.rules.browse.BookRows;
import org.plainclaim.rules.browse.RowFilter;
import org.plainclaim.rules.browse.RuleQuery;

/** Turns options into a question that the library can be asked. */
final class QueryReader {
    private static final int FARTHEST = 36_500;

    private final RuleLibrary library;
    private final LocalDate today;

    QueryReader(RuleLibrary library, LocalDate today) {
        this.library = library;
        this.today = today;
    }

    RuleQuery read(RowOptions options) throws BadQuery {
        RuleBook book = book(options.payer);
        if (options.differences && options.payer.equals(RuleLibrary.BASE)) {
            throw new BadQuery("--differences compares a payer with base; name the payer with --payer."
                    + payersBut(RuleLibrary.BASE));
        }
        Integer days = options.coming;
        if (days != null && (days < 0 || days > FARTHEST)) {
            throw new BadQuery("--coming is " + days + "; give a number of days from 0 to " + FARTHEST + ".");
        }
        return new RuleQuery(
                book,
                options.differences ? library.base() : null,
                options.date == null ? today : options.date,
                days,
                new RowFilter(table(book, options.table), options.rule, options.code, options.text));
    }

    private RuleBook book(String payer) throws BadQuery {
        return library.book(payer)
                .orElseThrow(() -> new BadQuery("There is no payer '" + payer + "'."
                        + new Nearest(library.payers()).hint(payer) + payersBut("")));
    }

    private String payersBut(String left) {
        Set<String> payers = new TreeSet<>(library.payers());
        payers.remove(left);
        return " Payers: " + String.join(", ", payers) + ".";
    }

    /** The file of a table named in full, or without its folder. */
    private static @Nullable String table(RuleBook book, @Nullable String name) throws BadQuery {
        if (name == null) {
            return null;
        }
        List<TableSchema> schemas = new BookRows(book)
                .tables().stream().map(table -> table.schema()).toList();
        for (TableSchema schema : schemas) {
            if (schema.file().equals(name) || schema.name().equals(name)) {
                return schema.file();
            }
        }
        List<String> files = schemas.stream().map(TableSchema::file).toList();
        Set<String> names = new TreeSet<>(files);
        schemas.forEach(schema -> names.add(schema.name()));
        throw new BadQuery("There is no table '" + name + "'." + new Nearest(names).hint(name) + " Tables: "
                + String.join(", ", files) + ".");
    }
}
