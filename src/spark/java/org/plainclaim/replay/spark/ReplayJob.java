package org.plainclaim.replay.spark;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.plainclaim.replay.ReplayOptions;
import org.plainclaim.replay.ReplayReport;
import org.plainclaim.replay.ReplaySetup;
import org.plainclaim.replay.Tally;
import org.plainclaim.terminology.TerminologyFault;
import picocli.CommandLine;
import scala.Tuple2;

/**
 * The job: lines are brought together by patient, each partition replays its patients and answers with one tally.
 *
 * <p>Nothing is held in memory but one patient at a time, so that the work for a session does not grow with the export.
 */
public final class ReplayJob {
    private static final int BAD_QUESTION = 2;

    private ReplayJob() {}

    /** Exit codes: 0 when it was replayed, 2 when what was asked can not be done. */
    public static void main(String[] arguments) {
        int exit = run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        ReplayOptions options = new ReplayOptions();
        try {
            new CommandLine(options).parseArgs(arguments);
            ReplaySetup setup = options.setup();
            SparkSession spark =
                    SparkSession.builder().appName("plainclaim replay").getOrCreate();
            try {
                out.print(ReplayReport.of(setup, replay(spark, options.from(), setup)));
                out.flush();
            } finally {
                spark.stop();
            }
            return 0;
        } catch (CommandLine.ParameterException
                | IllegalArgumentException
                | UncheckedIOException
                | TerminologyFault e) {
            err.println(e.getMessage());
            return BAD_QUESTION;
        }
    }

    /** Replays an export on a session of Spark. */
    static Tally replay(SparkSession spark, String from, ReplaySetup setup) {
        Dataset<byte[]> lines = ExportLines.of(spark, from);
        List<byte[]> shared = lines.filter(new Lines.Shared()).collectAsList();
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<Known> known = context.broadcast(new Known(setup, shared));
        LongAccumulator astray = spark.sparkContext().longAccumulator("resources of nobody");
        Dataset<Tuple2<String, byte[]>> byPatient = lines.mapPartitions(
                        new Lines.ByPatient(astray), Encoders.tuple(Encoders.STRING(), Encoders.BINARY()))
                .toDF("patient", "line")
                .repartition(new org.apache.spark.sql.Column("patient"))
                .sortWithinPartitions("patient")
                .as(Encoders.tuple(Encoders.STRING(), Encoders.BINARY()));
        Tally tally = new Tally();
        byPatient
                .mapPartitions(new PatientPartition(known), Encoders.javaSerialization(Tally.class))
                .collectAsList()
                .forEach(tally::add);
        tally.addAstray(astray.value());
        return tally;
    }
}
