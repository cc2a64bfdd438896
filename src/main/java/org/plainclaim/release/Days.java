package org.plainclaim.release;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as CMS writes them: eight digits. */
final class Days {
    private Days() {}

    /** The date; null if it is none. */
    static @Nullable LocalDate of(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        if (text.length() != 8) {
            return null;
        }
        try {
            return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
