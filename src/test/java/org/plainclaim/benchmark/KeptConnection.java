package org.plainclaim.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection of HTTP/1.1 that is kept: a request after the other, bodies read to their end.
 *
 * <p>It takes a small part of the processor time of {@code java.net.http}, so that what a benchmark measures on a machine that
 * client and server share is the server.
 */
final class KeptConnection implements Closeable {
    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final byte[] chunk = new byte[65_536];

    KeptConnection(URI base) throws IOException {
        this.socket = new Socket(base.getHost(), base.getPort());
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), chunk.length);
        this.host = base.getHost() + ":" + base.getPort();
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param path with what comes before it, such as {@code /fhir/Claim/7/$scrub}
     * @return the number of bytes of the body
     * @throws IllegalStateException if the status is not of the 200s
     */
    long send(String method, String path, String body) throws IOException {
        request(method, path, body);
        return answer(method + " " + path, OutputStream.nullOutputStream());
    }

    /** The same, for whoever needs the body. */
    String exchange(String method, String path, String body) throws IOException {
        request(method, path, body);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(4096);
        answer(method + " " + path, kept);
        return kept.toString(StandardCharsets.UTF_8);
    }

    private void request(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nAccept: application/fhir+json\r\nContent-Type: application/fhir+json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        socket.getOutputStream().write(request);
    }

    private long answer(String request, OutputStream body) throws IOException {
        String status = line();
        long length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        long read = chunked ? chunks(body) : read(Math.max(length, 0), body);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IllegalStateException(request + " -> " + status);
        }
        return read;
    }

    private long chunks(OutputStream body) throws IOException {
        long all = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            all += read(size, body);
            line();
            if (size == 0) {
                return all;
            }
        }
    }

    private long read(long bytes, OutputStream body) throws IOException {
        for (long left = bytes; left > 0; ) {
            int read = in.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (read < 0) {
                throw new EOFException("the server hung up");
            }
            body.write(chunk, 0, read);
            left -= read;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
