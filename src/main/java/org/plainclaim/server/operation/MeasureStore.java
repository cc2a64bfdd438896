package org.plainclaim.server.operation;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.documentation.Instruments;

/** Finds in the store what states the scores and answers of a patient's instruments. */
final class MeasureStore {
    /** How far back measures are looked for where nobody says. */
    static final int MONTHS = 24;

    /** Resources of each type at most: the latest. */
    static final int MOST = 200;

    private static final String LOINC = "http://loinc.org";

    private final DaoRegistry daos;
    private final Instruments instruments;

    MeasureStore(DaoRegistry daos, Instruments instruments) {
        this.daos = daos;
        this.instruments = instruments;
    }

    /** Takes in the latest measures of a patient between two days, both included. */
    void gather(Patient patient, LocalDate from, LocalDate to, Gathering gathering) {
        ofPatient("Observation", patient, () -> newestFirst("date", from, to).add("code", codes()), gathering);
        ofPatient("QuestionnaireResponse", patient, () -> newestFirst("authored", from, to), gathering);
    }

    private TokenOrListParam codes() {
        TokenOrListParam codes = new TokenOrListParam();
        for (Instrument instrument : instruments.all()) {
            if (!instrument.codes().total().isEmpty()) {
                codes.add(new TokenParam(LOINC, instrument.codes().total()));
            }
            codes.add(new TokenParam(LOINC, instrument.codes().panel()));
        }
        return codes;
    }

    /** A day more on both sides: the store compares instants, the reader the days that are written. */
    private static SearchParameterMap newestFirst(String date, LocalDate from, LocalDate to) {
        return SearchParameterMap.newSynchronous()
                .add(
                        date,
                        new DateRangeParam(
                                new DateParam(
                                        ParamPrefixEnum.GREATERTHAN_OR_EQUALS,
                                        from.minusDays(1).toString()),
                                new DateParam(
                                        ParamPrefixEnum.LESSTHAN_OR_EQUALS,
                                        to.plusDays(1).toString())))
                .setSort(new SortSpec(date, SortOrderEnum.DESC))
                .setLoadSynchronousUpTo(MOST);
    }

    /** What refers to the patient by id or by identifier, each once. */
    private void ofPatient(String type, Patient patient, Supplier<SearchParameterMap> query, Gathering gathering) {
        Map<String, IBaseResource> found = new LinkedHashMap<>();
        ReferenceParam reference =
                new ReferenceParam("Patient/" + patient.getIdElement().getIdPart());
        Gathering.search(daos, type, query.get().add("patient", reference))
                .forEach(resource -> found.put(resource.getIdElement().getIdPart(), resource));
        TokenOrListParam identifiers = new TokenOrListParam();
        for (Identifier identifier : patient.getIdentifier()) {
            identifiers.add(new TokenParam(identifier.getSystem(), identifier.getValue()));
        }
        if (!identifiers.getValuesAsQueryTokens().isEmpty()) {
            Gathering.search(daos, type, query.get().add("patient-identifier", identifiers))
                    .forEach(resource -> found.put(resource.getIdElement().getIdPart(), resource));
        }
        found.values().forEach(gathering::add);
    }
}
