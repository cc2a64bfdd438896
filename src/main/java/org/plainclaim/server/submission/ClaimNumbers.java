package org.plainclaim.server.submission;

import java.security.SecureRandom;

/**
 * Numbers for claims (CLM01) that say nothing: neither of whom they are, nor how many there are.
 *
 * <p>Sixteen signs, without those that are taken for another; the primary key of the log refuses one that
 * comes twice.
 */
final class ClaimNumbers {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
