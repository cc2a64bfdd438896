package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.terminology.TerminologyFolder;

/** Pushes the example sessions to a running server over HTTP and shows what becomes of them. */
final class Demo {
    private static final String SHOWN = "psychotherapy-video-home";

    private final PrintWriter out;

    Demo(PrintWriter out) {
        this.out = out;
    }

    /** The settings of a demo: nothing is kept, unless a database is configured. */
    static Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.putIfAbsent("PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:demo");
        return settings;
    }

    /** Pushes, derives and prints. */
    void show(PlainclaimServer server) {
        FhirClient client = new FhirClient(server.baseUri());
        Map<String, String> encounters = new LinkedHashMap<>();
        List<Path> files = new TerminologyFolder(TerminologyFolder.onClassPath("fhir-profiles"))
                .files("examples/sessions", ".json");
        files.forEach(file -> encounters.put(name(file), push(client, file)));
        out.println("Pushed " + encounters.size() + " example sessions to " + server.baseUri() + ".");
        out.println();
        example(client, encounters.getOrDefault(SHOWN, ""));
        table(client, encounters);
        urls(server.baseUri(), encounters.getOrDefault(SHOWN, ""));
        out.flush();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".json", "");
    }

    /** Pushes one transaction; the id of its encounter. */
    private static String push(FhirClient client, Path file) {
        String bundle;
        try {
            bundle = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode entry : client.post("", bundle).path("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                return location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        throw new IllegalStateException("the server did not store the session " + name(file));
    }

    private void example(FhirClient client, String encounter) {
        AnswerText text = new AnswerText(out);
        out.println("== " + SHOWN + ": does the documentation support a claim?");
        text.verdict(client.post("Encounter/" + encounter + "/$validate-documentation", AnswerText.NO_PARAMETERS));
        out.println();
        out.println("== " + SHOWN + ": the claim, explained");
        text.explained(derive(client, encounter));
        out.println();
    }

    private static JsonNode derive(FhirClient client, String encounter) {
        return client.post("Encounter/" + encounter + "/$derive-claim", AnswerText.NO_PARAMETERS);
    }

    private void table(FhirClient client, Map<String, String> encounters) {
        out.println("== All sessions");
        encounters.forEach((name, encounter) -> {
            JsonNode answer = derive(client, encounter);
            out.printf("  %-32s %-6s %s%n", name, AnswerText.status(answer), AnswerText.inShort(answer));
        });
        out.println();
    }

    private void urls(URI base, String encounter) {
        out.println("== To try");
        out.println("  " + base + "/metadata");
        out.println("  " + base + "/Claim?_format=json");
        out.println("  " + base + "/Claim?encounter=Encounter/" + encounter + "&_revinclude=Provenance:target");
        out.println("  " + base + "/Encounter/" + encounter + "/$validate-documentation");
        out.println("  curl -X POST '" + base + "/Encounter/" + encounter + "/$derive-claim'");
        out.println();
    }
}
