package org.plainclaim.x12.claim;

import java.util.Optional;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Loops 2310: who took part in the claim as a whole. */
final class ClaimProviders {
    private final Loops out;
    private final PartyLoops parties;
    private final Submission claim;

    private ClaimProviders(Loops out, Submission claim) {
        this.out = out;
        this.parties = new PartyLoops(out);
        this.claim = claim;
    }

    static void write(Loops out, Submission claim) {
        ClaimProviders providers = new ClaimProviders(out, claim);
        if (claim.heading().form() == Form.INSTITUTIONAL) {
            providers.institutional();
        } else {
            providers.professional();
        }
    }

    private void professional() {
        clinician("2310A", "DN", Role.REFERRING);
        rendering();
        facility("2310C");
        clinician("2310D", "DQ", Role.SUPERVISING);
    }

    private void institutional() {
        attending();
        Optional<Provider> rendering = rendering(claim);
        out.loop("2310D");
        rendering.ifPresent(provider -> parties.clinician("82", provider));
        facility("2310E");
        clinician("2310F", "DN", Role.REFERRING);
    }

    private void clinician(String loop, String code, Role role) {
        out.loop(loop);
        claim.provider(role).ifPresent(provider -> parties.clinician(code, provider));
    }

    /** Loop 2310A of an 837I. */
    private void attending() {
        out.loop("2310A");
        Optional<Provider> attending = claim.provider(Role.ATTENDING);
        if (attending.isEmpty()) {
            out.fault("NM103", "is missing: nobody is responsible for the care");
            return;
        }
        parties.clinician("71", attending.get());
        parties.taxonomy("AT", attending.get());
    }

    /** Loop 2310B of an 837P. */
    private void rendering() {
        out.loop("2310B");
        Optional<Provider> rendering = rendering(claim);
        if (rendering.isPresent()) {
            parties.numbered("82", rendering.get());
            parties.taxonomy("PE", rendering.get());
        }
    }

    /** Who rendered the claim, if somebody else than who bills. */
    private static Optional<Provider> rendering(Submission claim) {
        String billing = claim.provider(Role.BILLING).map(Provider::npi).orElse("");
        return claim.provider(Role.RENDERING)
                .filter(rendering -> billing.isEmpty() || !rendering.npi().equals(billing));
    }

    /** The number of who rendered a line for which nobody else is named. */
    static String renderingNpi(Submission claim) {
        return rendering(claim)
                .or(() -> claim.provider(Role.BILLING))
                .map(Provider::npi)
                .orElse("");
    }

    /** Where it was, if elsewhere than at the billing provider. */
    private void facility(String loop) {
        out.loop(loop);
        Optional<Provider> facility = claim.provider(Role.FACILITY);
        Optional<Provider> billing = claim.provider(Role.BILLING);
        if (facility.isEmpty()
                || facility.get()
                        .address()
                        .equals(billing.map(Provider::address).orElse(null))) {
            return;
        }
        if (facility.get().kind() != Provider.Kind.ORGANIZATION) {
            out.fault("NM102", "has to be an organization");
        }
        parties.provider("77", facility.get());
        parties.site(facility.get().address());
    }
}
