package org.plainclaim.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.UrlUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Turns search parameters as sent into HAPI's form; what can not be understood is refused, never ignored. */
public final class SearchReader {
    private final FhirContext fhir;
    private final MatchUrlService urls;
    private final CriterionCheck check;
    private final Compartments compartments;

    public SearchReader(FhirContext fhir, MatchUrlService urls, ISearchParamRegistry parameters) {
        this.fhir = fhir;
        this.urls = urls;
        this.check = new CriterionCheck(parameters);
        this.compartments = new Compartments(fhir);
    }

    /**
     * Reads the criteria of a search for one type.
     *
     * @param lenient whether parameters that the type does not have are to be ignored
     */
    public SearchParameterMap read(String type, Map<String, String[]> parameters, boolean lenient) {
        SearchLimits.check(parameters);
        StringJoiner query = new StringJoiner("&", type + "?", "");
        LastUpdated lastUpdated = new LastUpdated();
        List<CompartmentParam> owners = new ArrayList<>();
        parameters.forEach((name, values) -> {
            for (String value : values) {
                Criterion criterion = Criterion.of(name, value);
                if (name.equals(CompartmentUrl.PARAMETER)) {
                    owners.add(compartments.in(value, type));
                } else if (!value.isBlank() && selects(type, criterion, lenient)) {
                    if (criterion.name().equals("_lastUpdated")) {
                        lastUpdated.and(criterion);
                    } else {
                        query.add(encode(name) + "=" + encode(value));
                    }
                }
            }
        });
        SearchParameterMap map = urls.translateMatchUrl(query.toString(), fhir.getResourceDefinition(type));
        LiteralBackslashes.in(map);
        map.setLastUpdated(lastUpdated.range());
        owners.forEach(owner -> map.add(owner.carrier(), owner));
        return map;
    }

    /** Checks the condition of a conditional interaction; it must select by at least one parameter. */
    public void checkCondition(String type, String url) {
        String query = url.substring(url.indexOf('?') + 1);
        SearchParameterMap map = read(type, UrlUtil.parseQueryString(query), false);
        if (map.isEmpty()
                && (map.getLastUpdated() == null || map.getLastUpdated().isEmpty())) {
            throw new PreconditionFailedException(
                    "The condition '" + url + "' selects nothing; name at least one search parameter with a value.");
        }
    }

    private boolean selects(String type, Criterion criterion, boolean lenient) {
        if (ShapingCheck.isShaping(criterion.name())) {
            ShapingCheck.check(criterion);
            return false;
        }
        if (!check.isKnown(type, criterion)) {
            if (lenient) {
                return false;
            }
            throw check.unknown(type, criterion);
        }
        check.check(type, criterion);
        return true;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
