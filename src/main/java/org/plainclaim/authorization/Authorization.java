package org.plainclaim.authorization;

import java.util.List;
import java.util.Optional;

/**
 * What a payer said to services before they were rendered.
 *
 * @param reference reference of the answer, such as {@code ClaimResponse/7}
 * @param number the number that claims state; empty while there is none
 * @param patient reference of the patient
 * @param payer reference of the payer's Organization
 * @param providers NPIs of who may render or bill; empty if anybody
 * @param services what it is for
 */
public record Authorization(
        String reference,
        String number,
        String patient,
        String payer,
        List<String> providers,
        List<AuthorizedService> services) {
    public Authorization {
        providers = List.copyOf(providers);
        services = List.copyOf(services);
    }

    /** True if a claim means this one by a number. */
    boolean isNumbered(String stated) {
        return !number.isEmpty() && number.equalsIgnoreCase(stated);
    }

    /** True if who rendered or bills is one of those it is for. */
    boolean forProviders(AuthorizedUse use) {
        return providers.isEmpty() || use.providers().stream().anyMatch(providers::contains);
    }

    /** The service that a line uses: it allows the code on its days; empty if there is none. */
    Optional<AuthorizedService> service(AuthorizedUse use) {
        return services.stream()
                .filter(service ->
                        service.decision().allows() && service.covers(use) && service.on(use.from(), use.to()))
                .findFirst();
    }

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "Authorization[" + reference + "]";
    }
}
