package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plainclaim.server.desk.fhir.FhirAsPerson;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;

/**
 * What there is to choose from: the same for every case, so that it gives nothing away.
 *
 * @param services codes of services
 * @param modifiers modifiers
 * @param places places of service
 */
public record Choices(List<Choice> services, List<Choice> modifiers, List<Choice> places) {
    private static final int SERVICE = 5;

    /** A code and what it stands for. */
    public record Choice(String code, String label) {}

    /** The choices on their way. */
    record Coming(Map<String, FhirAsPerson.Coming> systems) {
        static Coming from(FhirAsPerson fhir) {
            return new Coming(Map.of(
                    "cpt", ask(fhir, "cpt"),
                    "hcpcs", ask(fhir, "hcpcs"),
                    "modifiers", ask(fhir, "modifiers"),
                    "place-of-service", ask(fhir, "place-of-service")));
        }

        private static FhirAsPerson.Coming ask(FhirAsPerson fhir, String id) {
            return fhir.ask("CodeSystem?_id=" + id + "&_elements=concept");
        }

        /** The choices; codes that cannot be had are left out, for they can be typed. */
        Choices here() {
            return new Choices(
                    Stream.concat(read("cpt"), read("hcpcs"))
                            .filter(choice -> choice.code().length() == SERVICE)
                            .sorted(Comparator.comparing(Choice::code))
                            .toList(),
                    read("modifiers").toList(),
                    read("place-of-service").toList());
        }

        private Stream<Choice> read(String id) {
            return Stream.ofNullable(systems.get(id))
                    .flatMap(coming -> coming.ifShown().stream())
                    .flatMap(bundle -> new Bundled(bundle).all("CodeSystem"))
                    .flatMap(Coming::concepts);
        }

        private static Stream<Choice> concepts(JsonNode system) {
            return Fields.each(system.path("concept"))
                    .map(concept -> new Choice(Fields.text(concept, "/code"), Fields.text(concept, "/display")));
        }
    }
}
