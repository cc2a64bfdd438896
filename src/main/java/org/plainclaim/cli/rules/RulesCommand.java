package org.plainclaim.cli.rules;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.RuleQuery;

/** Lists, filters and explains the rules of a library. */
public final class RulesCommand {
    private static final int FOUND = 0;
    private static final int NOTHING = 1;
    private static final int BAD_USAGE = 2;

    private final RuleLibrary library;
    private final LocalDate today;
    private final PrintWriter out;
    private final PrintWriter complaints;

    public RulesCommand(RuleLibrary library, LocalDate today, PrintWriter out, PrintWriter complaints) {
        this.library = library;
        this.today = today;
        this.out = out;
        this.complaints = complaints;
    }

    /** Answers one question; the exit code. */
    public int answer(RowOptions rows, OutputOptions output) {
        try {
            output.check();
            return answer(new QueryReader(library, today).read(rows), output);
        } catch (BadQuery e) {
            complaints.println(e.getMessage());
            return BAD_USAGE;
        }
    }

    private int answer(RuleQuery query, OutputOptions output) {
        if (query.isOpen() && output.isOpen()) {
            new Overview(new Page(out), library).print(query);
            return FOUND;
        }
        List<Entry> entries = query.answer();
        if (entries.isEmpty()) {
            complaints.println(new NothingFound(library).message(query));
            return NOTHING;
        }
        printer(query, output).print(entries);
        return FOUND;
    }

    private RowPrinter printer(RuleQuery query, OutputOptions output) {
        if (output.json) {
            return new JsonRows(out, query);
        }
        return output.csv ? new CsvRows(out, query) : new ReadableRows(new Page(out), query, output.explain);
    }
}
