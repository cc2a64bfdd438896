package org.plainclaim.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * How many codes are validated in a second over HTTP with kept-alive connections: 16 clients, each of which waits for its
 * answer before it asks again, in one thread beside the server.
 */
public final class TerminologyBenchmark {
    private static final int CLIENTS = 16;
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private final InetSocketAddress address;
    private final List<byte[]> requests;
    private int answered;

    private TerminologyBenchmark(URI base, List<byte[]> requests) {
        this.address = new InetSocketAddress(base.getHost(), base.getPort());
        this.requests = requests;
    }

    /** Arguments: calls to warm up, calls of a measurement, how many measurements. */
    public static void main(String[] arguments) throws IOException {
        ServerSettings settings = ServerSettings.fromEnvironment(
                Map.of("PLAINCLAIM_PORT", "0", "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:terminology"));
        CodeStore codes =
                Knowledge.load(TerminologyFolder.shipped(), null).rules().codes();
        try (PlainclaimServer server = PlainclaimServer.start(settings)) {
            for (String way : new String[] {"GET", "POST"}) {
                TerminologyBenchmark benchmark = new TerminologyBenchmark(server.baseUri(), requests(codes, way));
                benchmark.run(Integer.parseInt(arguments[0]));
                for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                    benchmark.run(Integer.parseInt(arguments[1])).print(way);
                }
            }
        }
    }

    /** One request for each code of the largest system, so that no answer is asked twice in a row. */
    private static List<byte[]> requests(CodeStore codes, String way) {
        var system = codes.systems().values().stream()
                .max(java.util.Comparator.comparingLong(each -> each.codes(DATE).count()))
                .orElseThrow();
        return system.codes(DATE)
                .map(DatedCode::code)
                .map(code -> way.equals("GET") ? get(system.uri(), code) : post(system.uri(), code))
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    private static String get(String uri, String code) {
        return "GET /fhir/CodeSystem/$validate-code?url=" + uri + "&code=" + code + "&date=" + DATE
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/fhir+json\r\n\r\n";
    }

    private static String post(String uri, String code) {
        String body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"url\",\"valueUri\":\"" + uri
                + "\"},{\"name\":\"code\",\"valueCode\":\"" + code + "\"},{\"name\":\"date\",\"valueDateTime\":\""
                + DATE
                + "\"}]}";
        return "POST /fhir/CodeSystem/$validate-code HTTP/1.1\r\nHost: localhost\r\nAccept: application/fhir+json\r\n"
                + "Content-Type: application/fhir+json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** What was measured: calls, all seconds, milliseconds of a call, and CPU nanoseconds of all. */
    private record Measured(int calls, double seconds, Millis millis, long serverNanos, long clientNanos) {
        void print(String way) {
            System.out.printf(
                    "%-4s %d clients: %.0f/s, p50 %.2f ms, p99 %.2f ms, max %.1f ms; CPU per call: server %.1f us,"
                            + " client %.1f us%n",
                    way,
                    CLIENTS,
                    calls / seconds,
                    millis.p50(),
                    millis.p99(),
                    millis.most(),
                    serverNanos / 1e3 / calls,
                    clientNanos / 1e3 / calls);
        }
    }

    private record Millis(double p50, double p99, double most) {
        static Millis of(long[] sorted) {
            return new Millis(at(sorted, 50), at(sorted, 99), sorted[sorted.length - 1] / 1e6);
        }

        private static double at(long[] sorted, int percent) {
            return sorted[Math.min(sorted.length - 1, (int) ((long) sorted.length * percent / 100))] / 1e6;
        }
    }

    private Measured run(int calls) throws IOException {
        long processBefore = processCpu();
        long clientBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        answered = 0;
        List<Client> clients = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Client(selector, i));
            }
            while (answered < calls) {
                selector.select(key -> ((Client) key.attachment()).read(), 100);
            }
            double took = (System.nanoTime() - start) / 1e9;
            long client = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - clientBefore;
            long server = processCpu() - processBefore - client;
            for (Client each : clients) {
                each.channel.close();
            }
            long[] nanos = clients.stream()
                    .flatMapToLong(each -> Arrays.stream(each.nanos, 0, each.calls))
                    .sorted()
                    .toArray();
            return new Measured(nanos.length, took, Millis.of(nanos), server, client);
        }
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** One connection that asks, waits for the answer, and asks again. */
    private final class Client {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
        private long[] nanos = new long[1 << 16];
        private int calls;
        private int next;
        private long asked;

        Client(Selector selector, int number) throws IOException {
            channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            next = number * requests.size() / CLIENTS;
            ask();
        }

        private void ask() throws IOException {
            asked = System.nanoTime();
            ByteBuffer request = ByteBuffer.wrap(requests.get(next));
            next = (next + 1) % requests.size();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void read() {
            try {
                if (channel.read(answer) < 0) {
                    throw new IllegalStateException("the server closed the connection");
                }
                if (isWhole()) {
                    answer.clear();
                    if (calls == nanos.length) {
                        nanos = Arrays.copyOf(nanos, calls * 2);
                    }
                    nanos[calls++] = System.nanoTime() - asked;
                    answered++;
                    ask();
                }
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        /** The answer says how long it is; anything but 200 is no answer. */
        private boolean isWhole() {
            int end = answer.position();
            byte[] bytes = answer.array();
            for (int i = 0; i + 3 < end; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    String head = new String(bytes, 0, i, StandardCharsets.ISO_8859_1);
                    int length = head.indexOf("Content-Length: ");
                    if (!head.startsWith("HTTP/1.1 200") || length < 0) {
                        throw new IllegalStateException(new String(bytes, 0, end, StandardCharsets.UTF_8));
                    }
                    int stop = head.indexOf('\r', length);
                    String number = head.substring(length + 16, stop < 0 ? head.length() : stop);
                    return end >= i + 4 + Integer.parseInt(number.strip());
                }
            }
            return false;
        }
    }
}
