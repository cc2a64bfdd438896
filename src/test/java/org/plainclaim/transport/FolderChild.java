package org.plainclaim.transport;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** A program that puts or takes one file and stops for ever at a step, to be killed there. */
final class FolderChild {
    static final int SIZE = 100_000;

    private FolderChild() {}

    /** Arguments: folder, {@code put} or {@code take}, number of the step. */
    public static void main(String[] arguments) throws Exception {
        int[] left = {Integer.parseInt(arguments[2])};
        Steps steps = step -> {
            if (left[0]-- == 0) {
                System.out.println("at " + step);
                waitForTheEnd();
            }
        };
        try (FolderChannel channel =
                new FolderChannel(Path.of(arguments[0]), Limits.USUAL.atOnce(), Clock.systemUTC(), steps)) {
            if (arguments[1].equals("put")) {
                channel.put("claims.x12", file());
            } else {
                channel.taken("answer.x12");
            }
        }
        System.out.println("done");
    }

    static byte[] file() {
        byte[] bytes = new byte[SIZE];
        java.util.Arrays.fill(bytes, (byte) '7');
        return bytes;
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
