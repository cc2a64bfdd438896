package org.plainclaim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.GeneratedRemittances;
import org.plainclaim.x12.remittance.Remittance;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceListener;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;
import org.plainclaim.x12.remittance.RemittanceWriter;

/**
 * How many claims of an 835 are read in a second on one core, and how much memory that takes.
 *
 * <p>A second is one of the processor's, spent by the whole process with its compiler and garbage collector.
 *
 * <p>Arguments: the file to make and read (deleted at the end), its size in megabytes, and how often (3). With {@code -Xmx64m} a file of
 * 1,000 megabytes shows that memory does not grow with it.
 */
public final class RemittanceBenchmark {
    private static final int CLAIMS = 1_000;

    private RemittanceBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long bytes = Long.parseLong(args[1]) * 1_000_000;
        try {
            make(file, bytes);
            int runs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
            for (int i = 0; i < runs; i++) {
                measure(file);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One transaction, in which the same claims stand again and again; it balances. */
    private static void make(Path file, long bytes) throws IOException {
        Remittance remittance = new GeneratedRemittances(1).next(CLAIMS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RemittanceWriter.write(out, GeneratedRemittances.interchange(1), List.of(remittance));
        String text = out.toString(StandardCharsets.UTF_8);
        String claims = text.substring(text.indexOf("CLP*"), text.indexOf("PLB*"));
        long times = Math.max(1, bytes / claims.length());
        BigDecimal paid = remittance.claims().stream()
                .map(ClaimPayment::paid)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(times));
        String head = text.substring(0, text.indexOf("CLP*"))
                .replaceFirst(
                        "BPR\\*I\\*[^*]*", "BPR*I*" + paid.stripTrailingZeros().toPlainString());
        String begin = head.substring(head.indexOf("ST*"));
        long segments = count(begin) + count(claims) * times + 1;
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(head);
            for (long i = 0; i < times; i++) {
                writer.write(claims);
            }
            writer.write("SE*" + segments + "*0001~GE*1*1~IEA*1*000000001~");
        }
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == '~').count();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void measure(Path file) throws IOException {
        Counter counter = new Counter();
        long begin = cpuNanos();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            RemittanceReader.read(in, counter);
        }
        double seconds = (cpuNanos() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d MB, %d claims, %d lines, %d faults: %.1f s, %.0f claims/s; heap in use, with garbage, at most %d"
                        + " MB%n",
                Files.size(file) / 1_000_000,
                counter.claims,
                counter.lines,
                counter.faults,
                seconds,
                counter.claims / seconds,
                counter.heap);
    }

    private static final class Counter implements RemittanceListener {
        private long claims;
        private long lines;
        private long faults;
        private long heap;

        @Override
        public void opened(RemittanceHeader header) {
            // only the claims are counted
        }

        @Override
        public void claim(ClaimPayment claim) {
            if (claims % CLAIMS == 0) {
                Runtime runtime = Runtime.getRuntime();
                heap = Math.max(heap, (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
            }
            claims++;
            lines += claim.lines().size();
        }

        @Override
        public void closed(RemittanceSummary summary) {
            faults += summary.faultCount();
        }

        @Override
        public void ended(List<InterchangeFault> left) {
            faults += left.size();
        }
    }
}
