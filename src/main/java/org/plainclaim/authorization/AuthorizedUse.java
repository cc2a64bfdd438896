package org.plainclaim.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Numbers;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/**
 * A line of a claim that uses an authorization, or should.
 *
 * @param claim reference of the claim
 * @param line number or control number of the line
 * @param number authorization number that it states; empty if none
 * @param code procedure code
 * @param modifiers modifiers of the code
 * @param units units of service
 * @param from first date of service
 * @param to last date of service
 * @param providers NPIs of who rendered and who bills
 */
public record AuthorizedUse(
        String claim,
        String line,
        String number,
        String code,
        List<String> modifiers,
        BigDecimal units,
        LocalDate from,
        LocalDate to,
        List<String> providers) {
    public AuthorizedUse {
        modifiers = List.copyOf(modifiers);
        units = Numbers.plain(units);
        providers = List.copyOf(providers);
    }

    /** The uses of a claim as it goes to a payer. */
    public static List<AuthorizedUse> of(String claim, Submission submission) {
        return submission.lines().stream()
                .map(line -> of(claim, submission, line))
                .toList();
    }

    /** What one line of a claim uses. */
    public static AuthorizedUse of(String claim, Submission submission, Line line) {
        Provider rendering = line.rendering();
        List<String> providers = Stream.of(
                        rendering == null ? submission.provider(Role.RENDERING).orElse(null) : rendering,
                        submission.provider(Role.BILLING).orElse(null),
                        submission.provider(Role.SUPERVISING).orElse(null))
                .filter(Objects::nonNull)
                .map(Provider::npi)
                .filter(npi -> !npi.isEmpty())
                .toList();
        String own = line.authorization().strip();
        String number = own.isEmpty() ? submission.heading().authorization().strip() : own;
        return new AuthorizedUse(
                claim,
                line.control(),
                number,
                line.procedure().code(),
                line.procedure().modifiers(),
                line.units(),
                line.from(),
                line.to(),
                providers);
    }
}
