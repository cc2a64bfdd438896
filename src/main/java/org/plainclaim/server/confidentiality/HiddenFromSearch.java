package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Arrays;
import java.util.Set;
import org.plainclaim.access.Caller;
import org.plainclaim.fhir.confidentiality.LabelSystems;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.http.HiddenVersions;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.search.Sightline;

/** Leaves out of searches what is hidden from who searches, so that it is neither found nor counted. */
public final class HiddenFromSearch implements Hiding, HiddenVersions {
    /** Chains that lead to people, payers and places, which bear no labels. */
    private static final Set<String> PLAIN = Set.of(
            "patient",
            "subject",
            "beneficiary",
            "practitioner",
            "organization",
            "provider",
            "insurer",
            "payor",
            "location",
            "facility",
            "author",
            "performer",
            "owner",
            "requester");

    private final Viewers viewers;

    HiddenFromSearch(Viewers viewers) {
        this.viewers = viewers;
    }

    /**
     * Narrows a search to what may be seen.
     *
     * @throws ForbiddenOperationException if it would select by what is hidden in other resources
     */
    @Override
    public void hide(SearchParameterMap query, RequestDetails request) {
        Caller caller = Callers.of(request);
        if (viewers.restricted(caller)) {
            request.getParameters().keySet().forEach(HiddenFromSearch::checkPath);
        }
        hide(query, request, request.getResourceName());
    }

    @Override
    public Sightline of(RequestDetails request) {
        return viewers.of(Callers.of(request));
    }

    @Override
    public void hide(SearchParameterMap query, RequestDetails request, String type) {
        Set<String> hidden = viewers.hidden(Callers.of(request), type);
        if (!hidden.isEmpty()) {
            TokenOrListParam labels = new TokenOrListParam();
            hidden.forEach(code ->
                    labels.add(new TokenParam(LabelSystems.of(code), code).setModifier(TokenParamModifier.NOT)));
            query.add("_security", labels);
        }
    }

    /** A history of a type, or of all, some of whose resources are hidden. */
    @Override
    public boolean hide(RequestDetails request) {
        String type = request.getResourceName() == null ? "" : request.getResourceName();
        return !viewers.hidden(Callers.of(request), type).isEmpty();
    }

    @Override
    public boolean hide(RequestDetails request, String reference) {
        return viewers.hidesOlder(Callers.of(request), reference);
    }

    private static void checkPath(String name) {
        String[] steps = name.split("_has:", -1);
        boolean hidden = name.startsWith("_filter") || chainsThroughLabels(steps[steps.length - 1]);
        for (int i = 1; i < steps.length; i++) {
            hidden |= LabelledTypes.has(steps[i].replaceAll(":.*", ""));
        }
        if (hidden) {
            throw new ForbiddenOperationException(
                    "'" + name + "' selects by other records, some of which you may not see;"
                            + " search for those records themselves.");
        }
    }

    /** The last step of a path, such as {@code Appointment:patient:status} or {@code encounter:Encounter.status}. */
    private static boolean chainsThroughLabels(String step) {
        int dot = step.indexOf('.');
        if (dot < 0) {
            return false;
        }
        return Arrays.stream(step.substring(0, dot).split(":", -1)).noneMatch(PLAIN::contains);
    }
}
