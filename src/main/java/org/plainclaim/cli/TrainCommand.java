package org.plainclaim.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.training.CaseFolder;
import org.plainclaim.fhir.training.CaseLibrary;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.training.Answer;
import org.plainclaim.training.AnswerLine;
import org.plainclaim.training.Gap;
import org.plainclaim.training.Mark;
import org.plainclaim.training.Mark.Judgement;
import org.plainclaim.training.Marked;
import org.plainclaim.training.Marking;
import org.plainclaim.training.SheetLine;
import org.plainclaim.training.Solution;
import org.plainclaim.training.Solver;
import org.plainclaim.training.TrainingCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prepared cases on the command line; what is answered here is not kept. */
@Command(
        name = "train",
        description = "List training cases, show one, or mark an answer to it.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:listed, shown, or answered with every point",
            "1:the answer does not get every point",
            "2:there is no such case, the answer can not be read, or a file of cases has a fault"
        })
final class TrainCommand implements Callable<Integer> {
    private static final int NOT_FULL = 1;
    private static final int BAD_INPUT = 2;

    private final Console console;
    private final Map<String, String> environment;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CASE",
            description = "id of a case; without it, all are listed")
    private @Nullable String id;

    @Option(names = "--level", paramLabel = "1-3", description = "List only this level.")
    private int level;

    @Option(names = "--category", paramLabel = "WORD", description = "List only this category.")
    private @Nullable String category;

    @Option(names = "--line", paramLabel = "LINE", description = "A line, such as '90834-95 x1 @10 ->1'.")
    private List<String> lines = List.of();

    @Option(names = "--diagnosis", paramLabel = "CODE", description = "A diagnosis, in the order of the claim.")
    private List<String> diagnoses = List.of();

    @Option(names = "--gap", paramLabel = "CODE", description = "What holds the claim, such as df11.")
    private List<String> gaps = List.of();

    TrainCommand(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ServerSettings settings = ServerSettings.fromEnvironment(environment);
        Knowledge knowledge = Knowledge.load(TerminologyFolder.shipped(), settings.releases());
        RuleLibrary rules = knowledge.rules();
        CaseLibrary library = CaseFolder.load(settings.training(), knowledge.reader(), rules);
        library.faults().forEach(console.err()::println);
        int code = id == null ? list(library) : one(library, new Solver(rules), id);
        console.flush();
        return Math.max(code, library.faults().isEmpty() ? 0 : BAD_INPUT);
    }

    private int list(CaseLibrary library) {
        for (TrainingCase one : library.cases().values()) {
            var about = one.text().about();
            boolean asked =
                    (level == 0 || level == about.level()) && (category == null || category.equals(about.category()));
            if (asked) {
                console.out().printf("%-32s %d  %-26s %s%n", one.id(), about.level(), about.category(), about.title());
            }
        }
        return 0;
    }

    private int one(CaseLibrary library, Solver solver, String wanted) {
        Optional<TrainingCase> found = library.find(wanted);
        if (found.isEmpty()) {
            console.err().println("There is no case " + wanted + "; plainclaim train lists them.");
            return BAD_INPUT;
        }
        Solution solution = solver.solve(found.get());
        if (lines.isEmpty() && gaps.isEmpty()) {
            show(found.get(), solution);
            return 0;
        }
        for (String line : lines) {
            if (AnswerLine.parse(line).isEmpty()) {
                console.err().println("'" + line + "' is no line. " + AnswerLine.FORM);
                return BAD_INPUT;
            }
        }
        List<AnswerLine> given =
                lines.stream().flatMap(line -> AnswerLine.parse(line).stream()).toList();
        Answer answer = new Answer(false, given, diagnoses, new HashSet<>(gaps));
        return marks(found.get(), Marking.mark(solver, found.get(), solution, answer));
    }

    private void show(TrainingCase one, Solution solution) {
        PrintWriter out = console.out();
        out.println(one.text().about().title() + " (" + one.id() + ", level "
                + one.text().about().level() + ")");
        out.println(one.text().about().question());
        out.println();
        for (SheetLine line : one.sheet()) {
            out.printf("  %-10s %-28s %s%n", line.part(), line.heading(), line.text());
        }
        out.println();
        out.println("What may hold it:");
        for (Gap gap : solution.choices()) {
            out.printf("  %-10s %s%n", gap.code(), gap.label());
        }
    }

    private int marks(TrainingCase one, Marked marked) {
        PrintWriter out = console.out();
        for (Mark mark : marked.marks()) {
            String wanted =
                    mark.judgement() == Judgement.RIGHT ? mark.given() : mark.given() + " -> " + mark.expected();
            out.printf(
                    "%-8s %-16s %-24s %2d of %d%n",
                    mark.judgement().code(), mark.about().code(), wanted, mark.points(), mark.of());
            out.println("         " + mark.because());
            mark.sources()
                    .forEach(source -> out.println("         - " + source.rule() + " (" + source.citation() + ")"));
        }
        out.println();
        out.println(marked.points() + " of " + marked.of() + " points. "
                + one.text().about().teaching());
        return marked.full() ? 0 : NOT_FULL;
    }
}
