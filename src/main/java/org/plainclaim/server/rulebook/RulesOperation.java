package org.plainclaim.server.rulebook;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.browse.CellWords;
import org.plainclaim.rules.browse.Change;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.RowWords;
import org.plainclaim.server.rulebook.RulesInput.Wanted;

/** Lists the rows of the rule book of a payer that hold on a date, or that start or end after it. */
public final class RulesOperation {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int FARTHEST = 1_000_000;

    private final Supplier<RuleLibrary> rules;
    private final Clock clock;

    public RulesOperation(Supplier<RuleLibrary> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** One page of rows, with the names that can be asked for. */
    @Operation(name = "$rules", idempotent = true)
    public Parameters rules(
            @OperationParam(name = "payer", max = 1) @Nullable StringType payer,
            @OperationParam(name = "date", max = 1) @Nullable DateType date,
            @OperationParam(name = "coming", max = 1) @Nullable IntegerType coming,
            @OperationParam(name = "table", max = 1) @Nullable StringType table,
            @OperationParam(name = "rule", max = 1) @Nullable StringType rule,
            @OperationParam(name = "code", max = 1) @Nullable StringType code,
            @OperationParam(name = "text", max = 1) @Nullable StringType text,
            @OperationParam(name = "count", max = 1) @Nullable IntegerType count,
            @OperationParam(name = "offset", max = 1) @Nullable IntegerType offset) {
        RuleLibrary library = rules.get();
        RuleBook book = RulesInput.book(library, payer);
        LocalDate day = RulesInput.date(date, LocalDate.now(clock));
        List<Entry> found = RulesInput.query(book, day, coming, new Wanted(table, rule, code, text))
                .answer();
        int first = RulesInput.number(offset, "offset", 0, FARTHEST);
        int most = RulesInput.number(count, "count", USUAL, MOST);
        Parameters answer = new Parameters();
        answer.addParameter().setName("book").setValue(new CodeType(book.payer()));
        answer.addParameter().setName("on").setValue(new DateType(day.toString()));
        answer.addParameter()
                .setName("release")
                .setValue(new StringType(book.release().version()));
        answer.addParameter().setName("total").setValue(new IntegerType(found.size()));
        answer.addParameter().setName("more").setValue(new BooleanType(first + most < found.size()));
        found.stream()
                .skip(first)
                .limit(most)
                .forEach(entry -> write(entry, answer.addParameter().setName("row")));
        new TreeSet<>(library.payers())
                .forEach(one -> answer.addParameter().setName("known-payer").setValue(new CodeType(one)));
        new TreeSet<>(book.tables().keySet())
                .forEach(one -> answer.addParameter().setName("known-table").setValue(new StringType(one)));
        return answer;
    }

    private static void write(Entry entry, ParametersParameterComponent into) {
        Row row = entry.row();
        into.addPart().setName("rule").setValue(new CodeType(row.rule()));
        into.addPart().setName("table").setValue(new StringType(entry.schema().file()));
        date(into, "from", row.period().from());
        date(into, "to", row.period().to());
        into.addPart().setName("citation").setValue(new StringType(row.source().citation()));
        date(into, "verified", row.source().verifiedOn());
        into.addPart().setName("confidence").setValue(new CodeType(row.source().confidence()));
        RowWords words = new RowWords(entry.schema(), CellWords.inFull());
        words.conditions(row).forEach((column, said) -> said(into, "condition", column, said));
        words.results(row).forEach((column, said) -> said(into, "result", column, said));
        Change change = entry.change();
        if (change != null) {
            into.addPart().setName("change").setValue(new CodeType(change.word()));
            date(into, "changes-on", change.date());
        }
    }

    private static void said(ParametersParameterComponent into, String name, String column, String said) {
        ParametersParameterComponent part = into.addPart().setName(name);
        part.addPart().setName("column").setValue(new StringType(column));
        part.addPart().setName("says").setValue(new StringType(said));
    }

    private static void date(ParametersParameterComponent into, String name, @Nullable LocalDate day) {
        if (day != null) {
            into.addPart().setName(name).setValue(new DateType(day.toString()));
        }
    }
}
