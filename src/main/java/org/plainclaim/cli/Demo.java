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
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.terminology.TerminologyFolder;

/** Pushes the example sessions to a running server over HTTP and shows what becomes of them. */
final class Demo implements Serve.Then {
    private static final String SHOWN = "psychotherapy-video-home";
    private static final String PARTNERS = "PLAINCLAIM_PARTNERS";

    private final PrintWriter out;
    private final Map<String, String> environment;
    private final @Nullable DemoPayer payer;

    private Demo(PrintWriter out, Map<String, String> environment, @Nullable DemoPayer payer) {
        this.out = out;
        this.environment = Map.copyOf(environment);
        this.payer = payer;
    }

    /** A demo with a simulated payer; where trading partners are configured nothing is sent to them. */
    static Demo in(Map<String, String> environment, PrintWriter out) {
        boolean configured = !environment.getOrDefault(PARTNERS, "").isEmpty();
        return new Demo(out, environment, configured ? null : DemoPayer.open());
    }

    /** The settings of a demo: nothing is kept, unless a database is configured. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.putIfAbsent("PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:demo");
        if (payer != null) {
            settings.put(PARTNERS, payer.partners().toString());
        }
        return settings;
    }

    /** Pushes, derives, submits and prints. */
    @Override
    public void with(PlainclaimServer server) {
        FhirClient client = new FhirClient(server.baseUri(), Token.in(environment));
        TerminologyFolder examples = new TerminologyFolder(TerminologyFolder.onClassPath("fhir-profiles"));
        examples.files("examples/fees", ".json").forEach(file -> client.post("", text(file)));
        Map<String, String> encounters = new LinkedHashMap<>();
        List<Path> files = examples.files("examples/sessions", ".json");
        files.forEach(file -> encounters.put(name(file), push(client, file)));
        out.println("Pushed " + encounters.size() + " example sessions to " + server.baseUri() + ".");
        out.println();
        example(client, encounters.getOrDefault(SHOWN, ""));
        Map<String, List<JsonNode>> claims = table(client, encounters);
        if (payer != null) {
            new DemoMoney(out, server, client).show(claims);
        }
        urls(server.baseUri(), encounters.getOrDefault(SHOWN, ""));
        out.flush();
    }

    /** Nothing is left of the simulated payer. */
    @Override
    public void stopped() {
        if (payer != null) {
            payer.close();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(".json", "");
    }

    /** Pushes one transaction; the id of its encounter. */
    private static String push(FhirClient client, Path file) {
        for (JsonNode entry : client.post("", text(file)).path("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                return location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        throw new IllegalStateException("the server did not store the session " + name(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The answer has the claims that are ready, by session. */
    private Map<String, List<JsonNode>> table(FhirClient client, Map<String, String> encounters) {
        Map<String, List<JsonNode>> claims = new LinkedHashMap<>();
        out.println("== All sessions");
        encounters.forEach((name, encounter) -> {
            JsonNode answer = derive(client, encounter);
            out.printf("  %-32s %-6s %s%n", name, AnswerText.status(answer), AnswerText.inShort(answer));
            claims.put(name, AnswerText.claims(answer));
        });
        out.println();
        return claims;
    }

    private void urls(URI base, String encounter) {
        out.println("== To try");
        out.println("  " + base.resolve("/") + " in a browser: the workbench");
        out.println("  " + base + "/metadata");
        out.println("  " + base + "/Claim?_format=json");
        out.println("  " + base + "/Claim?encounter=Encounter/" + encounter + "&_revinclude=Provenance:target");
        out.println("  " + base + "/Encounter/" + encounter + "/$validate-documentation");
        out.println("  curl -X POST '" + base + "/Encounter/" + encounter + "/$derive-claim'");
        out.println("  " + base + "/Task?status=ready&_sort=task-due");
        out.println();
    }
}
