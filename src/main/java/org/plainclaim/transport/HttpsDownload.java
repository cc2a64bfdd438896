package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.plainclaim.x12.InterchangeEnds;

/** Fetches one file into a temporary one that only we can read, from where it stopped if the partner can do that. */
final class HttpsDownload {
    private final HttpsChannel channel;
    private final String name;
    private final Path temporary;
    private String tag = "";
    private boolean handedOut;

    HttpsDownload(HttpsChannel channel, String name) throws IOException {
        this.channel = channel;
        this.name = name;
        this.temporary = Files.createTempFile("plainclaim-", ".x12");
    }

    /** One attempt. */
    InputStream attempt() throws IOException {
        long there = Files.size(temporary);
        boolean resumes = there > 0 && !tag.isEmpty();
        HttpRequest.Builder request =
                channel.exchanges().request(channel.at("in/" + name)).header("Accept", Exchanges.X12);
        if (resumes) {
            request.header("Range", "bytes=" + there + "-").header("If-Range", tag);
        }
        fetch(request.GET(), resumes ? there : 0);
        if (!whole()) {
            Files.write(temporary, new byte[0]);
            throw new IOException(name + " is not whole");
        }
        InputStream bytes = Files.newInputStream(temporary, StandardOpenOption.DELETE_ON_CLOSE);
        handedOut = true;
        return bytes;
    }

    /** What goes on where we stopped is added; a whole file begins anew; anything else is no part of the file. */
    private void fetch(HttpRequest.Builder request, long there) throws IOException {
        int status;
        try (FileChannel kept = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            Kept target = new Kept(kept.position(there));
            status = channel.exchanges()
                    .send(request, target, channel.limits().largest(), head -> begins(head, there, target))
                    .statusCode();
            channel.limits().check(name, kept.size());
        }
        if (status != 200 && status != 206) {
            throw channel.exchanges().unexpected(status);
        }
    }

    private void begins(HttpResponse.ResponseInfo head, long there, Kept target) throws IOException {
        String range = head.headers().firstValue("Content-Range").orElse("");
        if (head.statusCode() == 200) {
            tag = head.headers().firstValue("ETag").orElse("");
            target.restart();
        } else if (head.statusCode() != 206) {
            target.ignore();
        } else if (!range.startsWith("bytes " + there + "-")) {
            tag = "";
            throw new IOException(name + " goes on at another place");
        }
    }

    private boolean whole() throws IOException {
        try (FileChannel kept = FileChannel.open(temporary, StandardOpenOption.READ)) {
            return InterchangeEnds.whole(read(kept, 0), read(kept, Math.max(0, kept.size() - InterchangeEnds.NEEDED)));
        }
    }

    private static byte[] read(FileChannel kept, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(InterchangeEnds.NEEDED);
        while (buffer.hasRemaining() && kept.read(buffer, from + buffer.position()) >= 0) {
            // goes on until there is enough
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** Removes the temporary file, unless somebody reads it. */
    void close() throws IOException {
        if (!handedOut) {
            Files.deleteIfExists(temporary);
        }
    }

    private static final class Kept extends OutputStream {
        private final FileChannel kept;
        private boolean ignoring;

        private Kept(FileChannel kept) {
            this.kept = kept;
        }

        private void restart() throws IOException {
            kept.truncate(0);
            kept.position(0);
        }

        private void ignore() {
            ignoring = true;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (!ignoring && buffer.hasRemaining()) {
                kept.write(buffer);
            }
        }
    }
}
