package org.plainclaim.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the image, the compose file and the manifest name is there, and they ask for nothing that is not safe. */
final class DockerTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern SETTING = Pattern.compile("\"(PLAINCLAIM_[A-Z_]+)\"");

    @Test
    void theImageIsBuiltOfWhatIsThere() throws IOException {
        List<String> lines = instructions();
        for (String line : lines) {
            if (line.startsWith("COPY ") && !line.startsWith("COPY --from")) {
                String source = line.split(" ", -1)[1];
                assertTrue(Files.exists(Path.of(source)), line);
            }
            if (line.startsWith("COPY --from=build /build/src")) {
                assertTrue(Files.exists(Path.of(line.split(" ", -1)[2].substring("/build/".length()))), line);
            }
        }
        assertTrue(Files.isExecutable(Path.of("src/main/scripts/plainclaim")));
    }

    @Test
    void theImageKeepsTheRulesOfItsTrade() throws IOException {
        List<String> lines = instructions();
        for (String line : lines) {
            if (line.startsWith("FROM ")) {
                assertTrue(line.matches("FROM \\S+:[0-9]\\S*( AS \\S+)?"), "a version has to be named: " + line);
            }
            assertFalse(line.startsWith("ADD ") || line.startsWith("MAINTAINER "), line);
            assertFalse(line.startsWith("ENV") && line.matches(".*(PASSWORD|TOKEN|SECRET).*"), line);
            assertFalse(line.contains("apt-get install") && !line.contains("--no-install-recommends"), line);
            assertFalse(line.matches("RUN (sudo|cd) .*"), line);
        }
        int user = last(lines, "USER ");
        assertFalse(lines.get(user).matches("USER (root|0)"), "the server is no root");
        assertTrue(user < last(lines, "ENTRYPOINT ") && user > last(lines, "RUN "));
        assertTrue(last(lines, "HEALTHCHECK ") > 0);
        assertTrue(lines.get(last(lines, "ENTRYPOINT ")).matches("ENTRYPOINT \\[.*\\]"), "signals reach the program");
    }

    @Test
    void composeHasTwoNodesThatTheBalancerKnows() throws IOException {
        JsonNode services =
                YAML.readTree(Files.readString(Path.of("docker/compose.yaml"))).path("services");
        String balancer = Files.readString(Path.of("docker/haproxy.cfg"));
        List<String> nodes = new ArrayList<>();
        Pattern.compile("(?m)^ +server (\\S+) (\\S+):8080 ")
                .matcher(balancer)
                .results()
                .forEach(server -> {
                    assertEquals(server.group(1), server.group(2));
                    nodes.add(server.group(1));
                });
        assertEquals(List.of("one", "two"), nodes);
        nodes.forEach(node -> assertTrue(services.has(node), node));
        assertTrue(balancer.contains("GET /health/ready"));
        services.path("balancer")
                .path("ports")
                .forEach(port -> assertTrue(port.asText().startsWith("127.0.0.1:")));
    }

    @Test
    void namesOnlySettingsThatThereAre() throws IOException {
        String code = Files.readString(Path.of("src/main/java/org/plainclaim/server/ServerSettings.java"));
        TreeSet<String> known = new TreeSet<>(
                SETTING.matcher(code).results().map(found -> found.group(1)).toList());
        Pattern named = Pattern.compile("PLAINCLAIM_[A-Z_]+");
        for (String file : List.of(
                "docker/Dockerfile", "docker/compose.yaml", "docker/check.sh", "src/site/markdown/kubernetes.md")) {
            TreeSet<String> used = new TreeSet<>(named.matcher(Files.readString(Path.of(file)))
                    .results()
                    .map(MatchResult::group)
                    .toList());
            used.removeAll(known);
            assertEquals(new TreeSet<String>(), used, file);
        }
    }

    @Test
    void theManifestAsksForHealthAndStaysWithoutRights() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/kubernetes.md"));
        String manifest = page.replaceFirst("(?s).*?```yaml\\n", "").replaceFirst("(?s)\\n```.*", "");
        List<JsonNode> parts = new ArrayList<>();
        for (String document : manifest.split("(?m)^---$", -1)) {
            parts.add(YAML.readTree(document));
        }
        JsonNode deployment = parts.stream()
                .filter(part -> part.path("kind").asText().equals("Deployment"))
                .findFirst()
                .orElseThrow();
        assertTrue(deployment.at("/spec/replicas").asInt() >= 2);
        JsonNode container = deployment.at("/spec/template/spec/containers/0");
        assertEquals("/health/live", container.at("/livenessProbe/httpGet/path").asText());
        assertEquals(
                "/health/ready", container.at("/readinessProbe/httpGet/path").asText());
        assertTrue(container.at("/securityContext/runAsNonRoot").asBoolean());
        StreamSupport.stream(container.path("env").spliterator(), false)
                .filter(one -> one.path("name").asText().contains("PASSWORD"))
                .forEach(secret -> assertTrue(secret.has("valueFrom"), "a secret stands in the manifest"));
    }

    /** One line for each instruction, continued lines joined. */
    private static List<String> instructions() throws IOException {
        String text = Files.readString(Path.of("docker/Dockerfile")).replaceAll("\\\\\\n\\s*", "");
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static int last(List<String> lines, String start) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no " + start);
    }
}
