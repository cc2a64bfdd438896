package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.Retention;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.fhir.audit.AuditEventWriter;
import org.plainclaim.rules.RuleLibrary;

/** Says what was disclosed about a patient, from the audit trail. */
public final class DisclosuresOperation {
    private final AuditTable table;
    private final CurrentRequest current;
    private final Supplier<RuleLibrary> rules;
    private final Clock clock;

    DisclosuresOperation(AuditTable table, CurrentRequest current, Supplier<RuleLibrary> rules, Clock clock) {
        this.table = table;
        this.current = current;
        this.rules = rules;
        this.clock = clock;
    }

    /** The disclosures between two days, the latest first. */
    @Operation(name = "$disclosures", typeName = "Patient", idempotent = true)
    public Parameters disclosures(
            @IdParam IdType id,
            @OperationParam(name = "start") @Nullable DateParam start,
            @OperationParam(name = "end") @Nullable DateParam end) {
        LocalDate last = end == null ? LocalDate.now(clock) : day(end);
        LocalDate first =
                start == null ? Retention.accountingFrom(last, rules.get().base()) : day(start);
        if (first.isAfter(last)) {
            throw new InvalidRequestException("start must not be after end.");
        }
        Parameters answer = new Parameters();
        answer.addParameter().setName("start").setValue(new DateType(first.toString()));
        answer.addParameter().setName("end").setValue(new DateType(last.toString()));
        List<Object> values = List.of(
                current.agent().practice(),
                "Patient/" + id.getIdPart(),
                Interaction.DISCLOSURE.word(),
                first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        table.find(
                        "practice = ? and patient = ? and interaction = ? and at >= ? and at < ?"
                                + " order by at desc, chain, sequence desc",
                        values)
                .forEach(place -> add(answer.addParameter().setName("disclosure"), place));
        return answer;
    }

    private static LocalDate day(DateParam date) {
        try {
            return LocalDate.parse(date.getValueAsString());
        } catch (java.time.DateTimeException e) {
            throw new InvalidRequestException("start and end are days, such as 2026-11-30.", e);
        }
    }

    private static void add(ParametersParameterComponent disclosure, SealedEntry place) {
        Entry entry = place.entry();
        part(disclosure, "when", new InstantType(entry.time().toString()));
        part(disclosure, "recipient", new StringType(entry.detail("recipient")));
        entry.resources().forEach(what -> part(disclosure, "what", new UriType(what)));
        code(disclosure, "way", entry.detail("way"));
        code(disclosure, "purpose", entry.detail("purpose"));
        if (!entry.detail("consent").isEmpty()) {
            part(disclosure, "consent", new Reference(entry.detail("consent")));
        }
        code(disclosure, "rule", entry.detail("decision"));
        code(disclosure, "notice", entry.detail("notice"));
        part(disclosure, "event", new Reference("AuditEvent/" + AuditEventWriter.id(place.chain(), place.sequence())));
    }

    private static void code(ParametersParameterComponent to, String name, String code) {
        if (!code.isEmpty()) {
            part(to, name, new CodeType(code));
        }
    }

    private static void part(ParametersParameterComponent to, String name, Type value) {
        to.addPart().setName(name).setValue(value);
    }
}
