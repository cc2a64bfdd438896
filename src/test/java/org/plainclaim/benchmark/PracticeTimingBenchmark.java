package org.plainclaim.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/**
 * Whether the time of an answer tells that another practice has what is asked for.
 *
 * <p>Each question is asked in pairs, one about something of another practice and one about something of nobody, in random
 * order. Printed: both medians, the median of the differences with its 95 % interval, and the p of Wilcoxon's signed ranks.
 */
public final class PracticeTimingBenchmark {
    private static final int WARM_UP = 200;
    private static final String MRN = "https://example.org/mrn";
    private static final double WIDTH = 1.96;

    private final FhirHttp linden;
    private final FhirHttp oak;
    private final Random random = new Random(7);

    private PracticeTimingBenchmark(PlainclaimServer server) {
        this.linden = FhirHttp.at(server.baseUri()).with("Authorization", "Bearer " + GuardedServer.of("linden"));
        this.oak = FhirHttp.at(server.baseUri()).with("Authorization", "Bearer " + GuardedServer.of("oak"));
    }

    /**
     * Measures.
     *
     * @param arguments how many pairs of each question; then nothing for H2, {@code POSTGRESQL} for one that is started for
     *     this, or the address of a database
     */
    public static void main(String[] arguments) throws IOException {
        int pairs = Integer.parseInt(arguments[0]);
        String database = arguments.length > 1 ? arguments[1] : "jdbc:h2:mem:timing";
        if (database.equals("POSTGRESQL")) {
            try (EmbeddedPostgres started = EmbeddedPostgres.builder().start()) {
                run(started.getJdbcUrl("postgres", "postgres"), pairs);
            }
        } else {
            run(database, pairs);
        }
    }

    private static void run(String database, int pairs) {
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                database,
                "PLAINCLAIM_PRACTICES",
                "several",
                "PLAINCLAIM_REQUESTS_PER_SECOND",
                "0",
                "PLAINCLAIM_ISSUER",
                GuardedServer.issuer().uri(),
                "PLAINCLAIM_AUDIENCE",
                GuardedServer.AUDIENCE)))) {
            new PracticeTimingBenchmark(server).run(pairs);
        } finally {
            GuardedServer.issuer().close();
        }
    }

    private void run(int pairs) {
        for (int i = 0; i < pairs + WARM_UP; i++) {
            linden.put("Patient/there-" + i, patient("there-" + i));
        }
        Map<String, Function<String, FhirHttp.Answer>> questions = new LinkedHashMap<>();
        questions.put("read", id -> oak.get("Patient/" + id));
        questions.put("history", id -> oak.get("Patient/" + id + "/_history"));
        questions.put("search by id", id -> oak.get("Patient?_id=" + id));
        questions.put("search by identifier", id -> oak.get("Patient?identifier=" + MRN + "%7C" + id));
        questions.put("search by reference", id -> oak.get("Claim?patient=Patient/" + id));
        questions.put("delete", id -> oak.delete("Patient/" + id));
        // these come last, for they make what they ask for
        questions.put(
                "conditional create",
                id -> oak.post(
                        "Patient",
                        patient(id).replaceFirst("\"id\":\"[^\"]*\",", ""),
                        "If-None-Exist",
                        "identifier=" + MRN + "|" + id));
        questions.put("update that creates", id -> oak.put("Patient/" + id, patient(id)));
        System.out.println("| question | elsewhere, ms | nowhere, ms | difference, ms (95 %) | p |");
        System.out.println("|---|---|---|---|---|");
        questions.forEach((name, question) -> System.out.println(line(name, measure(question, pairs))));
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"identifier\":[{\"system\":\"" + MRN
                + "\",\"value\":\"" + id + "\"}],\"gender\":\"other\"}";
    }

    /** The times of each pair in milliseconds. */
    private record Pair(double elsewhere, double nowhere) {
        double difference() {
            return elsewhere - nowhere;
        }
    }

    private List<Pair> measure(Function<String, FhirHttp.Answer> question, int pairs) {
        List<Pair> measured = new ArrayList<>();
        for (int i = 0; i < pairs + WARM_UP; i++) {
            // ids of one length, so that only the data differ
            String there = "there-" + i;
            String never = "never-" + i;
            boolean first = random.nextBoolean();
            double one = time(question, first ? there : never);
            double other = time(question, first ? never : there);
            if (i >= WARM_UP) {
                measured.add(first ? new Pair(one, other) : new Pair(other, one));
            }
        }
        return measured;
    }

    private static double time(Function<String, FhirHttp.Answer> question, String id) {
        long start = System.nanoTime();
        FhirHttp.Answer answer = question.apply(id);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.status() >= 500) {
            throw new IllegalStateException(answer.body());
        }
        return millis;
    }

    private static String line(String name, List<Pair> pairs) {
        double[] differences =
                pairs.stream().mapToDouble(Pair::difference).sorted().toArray();
        int n = differences.length;
        // the interval of a median by the ranks of its sample
        int below = (int) Math.max(0, Math.floor(n / 2.0 - WIDTH * Math.sqrt(n) / 2));
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %+.3f (%+.3f to %+.3f) | %.2f |",
                name,
                median(pairs.stream().mapToDouble(Pair::elsewhere).sorted().toArray()),
                median(pairs.stream().mapToDouble(Pair::nowhere).sorted().toArray()),
                median(differences),
                differences[below],
                differences[n - 1 - below],
                signedRanks(differences));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** Two-sided p of Wilcoxon's signed ranks, by the normal approximation. */
    private static double signedRanks(double[] differences) {
        Double[] bySize =
                Arrays.stream(differences).filter(one -> one != 0).boxed().toArray(Double[]::new);
        Arrays.sort(bySize, (one, other) -> Double.compare(Math.abs(one), Math.abs(other)));
        double n = bySize.length;
        double positive = 0;
        for (int i = 0; i < n; i++) {
            positive += bySize[i] > 0 ? i + 1 : 0;
        }
        double z = (positive - n * (n + 1) / 4) / Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
        return 2 * (1 - normal(Math.abs(z)));
    }

    /** The distribution of the normal, by the series of Abramowitz and Stegun 26.2.17. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}
