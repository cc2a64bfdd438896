package org.plainclaim.server.submission;

/** What has to be done in each round before interchanges are made. */
@FunctionalInterface
public interface SendingChore {
    void run();
}
