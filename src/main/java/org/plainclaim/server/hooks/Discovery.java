package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists the services with what a client should prefetch for them. */
final class Discovery {
    private static final String ENCOUNTER = "{{context.encounterId}}";
    private static final String PATIENT = "patient={{context.patientId}}";

    private Discovery() {}

    static ObjectNode services() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode services = answer.putArray("services");
        for (HookService service : HookService.ALL) {
            ObjectNode one = services.addObject()
                    .put("id", service.id())
                    .put("hook", service.hook())
                    .put("title", service.title())
                    .put("description", service.description());
            one.put(
                    "usageRequirements",
                    "Without prefetch the session must be stored on this server; fhirServer is never called.");
            ObjectNode prefetch = one.putObject("prefetch");
            prefetch(service).forEach(prefetch::put);
        }
        return answer;
    }

    /** The names only tell the searches apart: whatever is sent, the session is read from all of it. */
    private static Map<String, String> prefetch(HookService service) {
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("patient", "Patient/{{context.patientId}}");
        templates.put("user", "{{context.userId}}");
        templates.put(
                "encounter",
                "Encounter?_id=" + ENCOUNTER + "&_include=Encounter:participant&_include=Encounter:location"
                        + "&_include=Encounter:service-provider&_include=Encounter:diagnosis"
                        + "&_revinclude=Procedure:encounter&_revinclude=Condition:encounter"
                        + (service.signs() ? "" : "&_revinclude=Composition:encounter"));
        templates.put(
                "procedures",
                "Procedure?encounter=" + ENCOUNTER + "&_include=Procedure:performer&_include=Procedure:location");
        templates.put("conditions", "Condition?encounter=" + ENCOUNTER);
        templates.put("roles", "PractitionerRole?practitioner={{userPractitionerId}}");
        templates.put("coverage", "Coverage?" + PATIENT + "&_include=Coverage:payor");
        templates.put("carePlan", "CarePlan?" + PATIENT);
        templates.put("consent", "Consent?" + PATIENT);
        return templates;
    }
}
