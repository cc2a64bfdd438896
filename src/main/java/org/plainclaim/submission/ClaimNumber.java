package org.plainclaim.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes the number of a claim (CLM01): short, always the same for the same claim, and silent about whom and what it is for. */
public final class ClaimNumber {
    /** The most characters that CLM01 may have. */
    public static final int LONGEST = 20;

    /** Digits and capital letters without those that are easily taken for others. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CHARACTERS = 16;

    private ClaimNumber() {}

    /**
     * A number of 16 characters.
     *
     * @param claim what tells the claim from all others, such as its id
     * @param attempt what tells this sending of it from the others, such as its version
     */
    public static String of(String claim, String attempt) {
        byte[] hash = sha256(claim + "\n" + attempt);
        StringBuilder number = new StringBuilder(CHARACTERS);
        for (int i = 0; i < CHARACTERS; i++) {
            number.append(ALPHABET.charAt(hash[i] & 31));
        }
        return number.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
