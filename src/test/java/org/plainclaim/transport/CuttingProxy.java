package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A wire that breaks: each connection is cut after as many bytes as was ordered. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final Queue<Long> cuts = new ConcurrentLinkedQueue<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicLong bytes = new AtomicLong();
    private volatile int target;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void to(int port) {
        target = port;
    }

    /** The next connections are cut after so many bytes each; the others never. */
    void cutAfter(long... limits) {
        for (long limit : limits) {
            cuts.add(limit);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.incrementAndGet();
                Long limit = cuts.poll();
                connect(client, new AtomicLong(limit == null ? Long.MAX_VALUE : limit));
            } catch (IOException e) {
                // closed, or nobody is there: the client sees that
            }
        }
    }

    private void connect(Socket client, AtomicLong left) throws IOException {
        try {
            Socket partner = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> copy(client, partner, left));
            start(() -> copy(partner, client, left));
        } catch (IOException e) {
            client.close();
        }
    }

    private void copy(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[8_192];
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            int read = input.read(buffer);
            while (read >= 0 && left.addAndGet(-read) > 0) {
                bytes.addAndGet(read);
                output.write(buffer, 0, read);
                output.flush();
                read = input.read(buffer);
            }
        } catch (IOException e) {
            // the other direction was cut
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
