package org.plainclaim.x12.acknowledgment;

/** What a partner wrote, in a form that can be written again: no delimiters, and not longer than allowed. */
final class Echo {
    private static final String HARMLESS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -./_";

    private Echo() {}

    static String text(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && kept.length() < longest; i++) {
            char c = text.charAt(i);
            if (HARMLESS.indexOf(c) >= 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Exactly so many digits; what is missing is 0. */
    static String digits(String text, int length) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && kept.length() < length; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                kept.append(text.charAt(i));
            }
        }
        return "0".repeat(length - kept.length()) + kept;
    }
}
