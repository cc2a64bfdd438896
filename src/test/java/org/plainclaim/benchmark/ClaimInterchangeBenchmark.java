package org.plainclaim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.claim.ClaimHeader;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.ClaimListener;
import org.plainclaim.x12.claim.ClaimReader;
import org.plainclaim.x12.claim.ClaimSummary;
import org.plainclaim.x12.claim.ReceivedClaim;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.claim.Written;

/**
 * How many claims are written into an 837P, and read from it, in a second on one core, and how much memory that takes.
 *
 * <p>A second is one of the processor's, spent by the whole process with its compiler and garbage collector, so that other
 * work on the machine does not count.
 *
 * <p>Arguments: the file to make and read (deleted at the end), and its size in megabytes, and how often (5). With {@code -Xmx64m} a file of
 * 1,000 megabytes shows that memory does not grow with it. The claims are those of {@link GeneratedSubmissions}.
 */
public final class ClaimInterchangeBenchmark {
    private static final int CLAIMS = 5_000;
    private static final Submitter SUBMITTER =
            new Submitter("PRACTICE SYSTEMS", "99999", "BILLING OFFICE", "8005551212", "A PAYER", "12345");

    private ClaimInterchangeBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long bytes = Long.parseLong(args[1]) * 1_000_000;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        List<Submission> claims = new GeneratedSubmissions(1).several(Form.PROFESSIONAL, CLAIMS);
        double lines = claims.stream()
                .mapToInt(claim -> claim.lines().size())
                .average()
                .orElse(0);
        System.out.printf(Locale.ROOT, "%d different claims, %.1f lines each%n", CLAIMS, lines);
        try {
            double[] writing = new double[runs];
            double[] reading = new double[runs];
            for (int i = 0; i < runs; i++) {
                writing[i] = write(file, claims, bytes);
                reading[i] = read(file);
            }
            Arrays.sort(writing);
            Arrays.sort(reading);
            System.out.printf(
                    Locale.ROOT,
                    "median: written %.0f claims/s, read %.0f claims/s%n",
                    writing[runs / 2],
                    reading[runs / 2]);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Interchanges one after the other, each with all claims. */
    private static double write(Path file, List<Submission> claims, long bytes) throws IOException {
        long written = 0;
        Memory memory = new Memory();
        long begin = cpuNanos();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (long control = 1; Files.size(file) < bytes; control++) {
                Interchange interchange =
                        new Interchange("SENDER", "RECEIVER", LocalDateTime.of(2026, 3, 2, 10, 30), control, false);
                Written result = ClaimInterchangeWriter.write(out, interchange, SUBMITTER, claims);
                if (!result.complete()) {
                    throw new IllegalStateException(result.toString());
                }
                written += claims.size();
                memory.look();
            }
        }
        return report("written", file, written, begin, memory);
    }

    private static double read(Path file) throws IOException {
        Counter counter = new Counter();
        long begin = cpuNanos();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ClaimReader.read(in, counter);
        }
        if (counter.faults > 0) {
            throw new IllegalStateException(counter.faults + " faults");
        }
        return report("read", file, counter.claims, begin, counter.memory);
    }

    private static double report(String what, Path file, long claims, long begin, Memory memory) throws IOException {
        double seconds = (cpuNanos() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d MB, %d claims: %.1f s, %.0f claims/s; heap in use, with garbage, at most %d MB%n",
                what,
                Files.size(file) / 1_000_000,
                claims,
                seconds,
                claims / seconds,
                memory.most);
        return claims / seconds;
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static final class Memory {
        private long most;

        private void look() {
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
        }
    }

    private static final class Counter implements ClaimListener {
        private final Memory memory = new Memory();
        private long claims;
        private long faults;

        @Override
        public void opened(ClaimHeader header) {
            // only the claims are counted
        }

        @Override
        public void claim(ReceivedClaim claim) {
            if (claims % CLAIMS == 0) {
                memory.look();
            }
            claims++;
        }

        @Override
        public void closed(ClaimSummary summary) {
            faults += summary.faultCount();
        }

        @Override
        public void ended(List<InterchangeFault> left) {
            faults += left.size();
        }
    }
}
