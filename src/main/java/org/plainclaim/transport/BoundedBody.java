package org.plainclaim.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Takes the body of an answer piece by piece, and no more of it than is allowed. */
final class BoundedBody implements BodySubscriber<Long> {
    private final OutputStream target;
    private final long largest;
    private final AtomicLong received = new AtomicLong();
    private final CompletableFuture<Long> body = new CompletableFuture<>();
    private volatile boolean refused;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(OutputStream target, long largest) {
        this.target = target;
        this.largest = largest;
    }

    long received() {
        return received.get();
    }

    boolean refused() {
        return refused;
    }

    void begins(HttpResponse.ResponseInfo head, Exchanges.Head listener) {
        try {
            listener.seen(head);
        } catch (IOException e) {
            body.completeExceptionally(e);
        }
    }

    @Override
    public CompletionStage<Long> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            take(bytes);
        }
    }

    private void take(byte[] bytes) {
        if (body.isDone()) {
            return;
        }
        if (received.addAndGet(bytes.length) > largest) {
            refused = true;
            stop(new IOException("too large"));
            return;
        }
        try {
            target.write(bytes);
        } catch (IOException e) {
            stop(e);
        }
    }

    private void stop(IOException reason) {
        if (subscription != null) {
            subscription.cancel();
        }
        body.completeExceptionally(reason);
    }

    @Override
    public void onError(Throwable problem) {
        body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        body.complete(received.get());
    }
}
