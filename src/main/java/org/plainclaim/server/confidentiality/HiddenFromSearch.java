package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.param.TokenParamModifier;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Set;
import org.plainclaim.access.Caller;
import org.plainclaim.fhir.confidentiality.LabelSystems;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.http.HiddenVersions;
import org.plainclaim.server.search.Hiding;

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
        Set<String> hidden = viewers.hidden(caller, request.getResourceName());
        if (!hidden.isEmpty()) {
            TokenOrListParam labels = new TokenOrListParam();
            hidden.forEach(code ->
                    labels.add(new TokenParam(LabelSystems.of(code), code).setModifier(TokenParamModifier.NOT)));
            query.add("_security", labels);
        }
    }

    @Override
    public IBundleProvider uncounted(IBundleProvider history, RequestDetails request) {
        String type = request.getResourceName() == null ? "" : request.getResourceName();
        return viewers.hidden(Callers.of(request), type).isEmpty() ? history : new UncountedHistory(history);
    }

    private static void checkPath(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot).replaceAll(":.*", "");
        boolean chained = dot >= 0 && !PLAIN.contains(first);
        if (chained || name.startsWith("_has:") || name.startsWith("_filter")) {
            throw new ForbiddenOperationException(
                    "'" + name + "' selects by other records, some of which you may not see;"
                            + " search for those records themselves.");
        }
    }
}
