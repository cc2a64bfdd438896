package org.plainclaim.authorization;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the authorizations on file say to a line: the one place that decides it, for every edit. Whether the payer wants one
 * at all is for others to know.
 *
 * @param kind what was found
 * @param authorization the one that the line states, or that would do; null if there is none
 * @param left units left before the line; null if there is no limit, or no authorization
 */
public record AuthorizationMatch(Kind kind, @Nullable Authorization authorization, @Nullable BigDecimal left) {
    /** What can be found, and the published edit that it is. */
    public enum Kind {
        /** It states one that is for it, with units enough. */
        GOOD("", ""),
        /** It states none, and none on file would do. */
        ABSENT("e07", ""),
        /** It states none, but one on file would do. */
        NOT_STATED("e07", "not-stated"),
        /** It states one that is none of those on file. */
        NOT_ON_FILE("e08", "number"),
        /** It states one that the payer did not grant. */
        NOT_GRANTED("e08", "granted"),
        /** It states one for other codes. */
        OTHER_CODE("e08", "code"),
        /** It states one for other days. */
        OTHER_DATES("e08", "dates"),
        /** It states one for other providers. */
        OTHER_PROVIDER("e08", "provider"),
        /** It states one with too few units left. */
        TOO_FEW_UNITS("e09", "");

        private final String edit;
        private final String word;

        Kind(String edit, String word) {
            this.edit = edit;
            this.word = word;
        }

        /** What the ids of the edit's rows begin with; empty if it is no edit. */
        public String edit() {
            return edit;
        }

        /** Which case of the edit it is; empty if the edit has no cases. */
        public String word() {
            return word;
        }
    }

    /**
     * Looks for the authorization of a line.
     *
     * @param line the line
     * @param onFile authorizations of its patient and payer
     * @param others the other lines that use them
     */
    public static AuthorizationMatch of(AuthorizedUse line, List<Authorization> onFile, List<AuthorizedUse> others) {
        if (line.number().isEmpty()) {
            return onFile.stream()
                    .filter(one -> one.forProviders(line) && one.service(line).isPresent())
                    .findFirst()
                    .map(one -> new AuthorizationMatch(Kind.NOT_STATED, one, left(one, line, others)))
                    .orElseGet(() -> new AuthorizationMatch(Kind.ABSENT, null, null));
        }
        return onFile.stream()
                .filter(one -> one.isNumbered(line.number()))
                .findFirst()
                .map(one -> stated(one, line, others))
                .orElseGet(() -> new AuthorizationMatch(Kind.NOT_ON_FILE, null, null));
    }

    private static AuthorizationMatch stated(Authorization one, AuthorizedUse line, List<AuthorizedUse> others) {
        Kind wrong = wrong(one, line);
        if (wrong != Kind.GOOD) {
            return new AuthorizationMatch(wrong, one, null);
        }
        BigDecimal left = left(one, line, others);
        boolean enough = left == null || left.compareTo(line.units()) >= 0;
        return new AuthorizationMatch(enough ? Kind.GOOD : Kind.TOO_FEW_UNITS, one, left);
    }

    private static Kind wrong(Authorization one, AuthorizedUse line) {
        if (none(one, service -> service.decision().allows())) {
            return Kind.NOT_GRANTED;
        }
        if (none(one, service -> service.covers(line))) {
            return Kind.OTHER_CODE;
        }
        if (none(one, service -> service.covers(line) && service.decision().allows())) {
            return Kind.NOT_GRANTED;
        }
        if (one.service(line).isEmpty()) {
            return Kind.OTHER_DATES;
        }
        return one.forProviders(line) ? Kind.GOOD : Kind.OTHER_PROVIDER;
    }

    private static boolean none(Authorization one, Predicate<AuthorizedService> what) {
        return one.services().stream().noneMatch(what);
    }

    /** Units left of the service that the line uses, without the line itself. */
    private static @Nullable BigDecimal left(Authorization one, AuthorizedUse line, List<AuthorizedUse> others) {
        Optional<AuthorizedService> service = one.service(line);
        List<AuthorizedUse> before = others.stream()
                .filter(use -> !(use.claim().equals(line.claim()) && use.line().equals(line.line())))
                .toList();
        return Balance.of(one, before).stream()
                .filter(balance -> service.filter(balance.service()::equals).isPresent())
                .map(Balance::left)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
