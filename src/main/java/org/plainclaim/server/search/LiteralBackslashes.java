package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.StringParam;

/** Doubles a backslash in a text searched by LIKE, where HAPI lets the database take it for an escape. */
final class LiteralBackslashes {
    private LiteralBackslashes() {}

    static void in(SearchParameterMap map) {
        map.values().forEach(and -> and.forEach(or -> or.forEach(LiteralBackslashes::doubled)));
    }

    private static void doubled(IQueryParameterType value) {
        if (value instanceof StringParam text && !text.isExact() && text.getValue() != null) {
            text.setValue(text.getValue().replace("\\", "\\\\"));
        }
    }
}
