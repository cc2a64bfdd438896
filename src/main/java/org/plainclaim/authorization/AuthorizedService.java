package org.plainclaim.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Numbers;

/**
 * A service that an authorization speaks of.
 *
 * @param decision what the payer decided on it
 * @param code procedure code; empty if the authorization is not for one code, such as of a kind of service
 * @param lastCode last code of a range that begins with {@code code}; empty if it is one code
 * @param modifiers modifiers that it is for; empty if any
 * @param units units approved; null if it has no limit
 * @param from first day; null if open
 * @param to last day; null if open
 */
public record AuthorizedService(
        AuthorizationDecision decision,
        String code,
        String lastCode,
        List<String> modifiers,
        @Nullable BigDecimal units,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public AuthorizedService {
        modifiers = List.copyOf(modifiers);
        units = units == null ? null : Numbers.plain(units);
    }

    /** True if it is for this code, with at least the modifiers that it is for. */
    boolean covers(AuthorizedUse use) {
        return coversCode(use.code()) && use.modifiers().containsAll(modifiers);
    }

    private boolean coversCode(String asked) {
        if (code.isEmpty() || code.equals(asked)) {
            return true;
        }
        return !lastCode.isEmpty()
                && asked.length() == code.length()
                && asked.compareTo(code) >= 0
                && asked.compareTo(lastCode) <= 0;
    }

    /** True if every day of it is one of its days. */
    boolean on(LocalDate first, LocalDate last) {
        LocalDate begin = Objects.requireNonNullElse(from, LocalDate.MIN);
        LocalDate end = Objects.requireNonNullElse(to, LocalDate.MAX);
        return !first.isBefore(begin) && !last.isAfter(end);
    }
}
