package org.plainclaim.server.desk.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One open page; it is written to only when it can take something, so that a slow one holds up nobody. */
final class Stream implements WriteListener {
    private static final int MOST_WAITING = 50;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<Stream> gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean ended;

    Stream(AsyncContext context, Consumer<Stream> gone) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.gone = gone;
    }

    void begin() {
        synchronized (this) {
            waiting.add(": \n\n");
        }
        out.setWriteListener(this);
    }

    synchronized void send(String event) {
        if (ended || waiting.size() >= MOST_WAITING) {
            return;
        }
        waiting.add(event);
        flush();
    }

    @Override
    public synchronized void onWritePossible() {
        flush();
    }

    private void flush() {
        try {
            while (!ended && out.isReady() && !waiting.isEmpty()) {
                out.write(waiting.remove().getBytes(StandardCharsets.UTF_8));
                if (out.isReady()) {
                    out.flush();
                }
            }
        } catch (IOException closed) {
            end();
        }
    }

    @Override
    public void onError(Throwable closed) {
        end();
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            gone.accept(this);
            try {
                context.complete();
            } catch (IllegalStateException alreadyOver) {
                // the container has ended it
            }
        }
    }
}
