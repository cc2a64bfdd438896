package org.plainclaim.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Something that clients of a FHIR server ask for again and again. */
interface Work {
    String name();

    /** What has to be there before, made once. */
    void prepare(KeptConnection connection) throws IOException;

    /** One call; each has a number of its own. */
    void once(KeptConnection connection, int number) throws IOException;

    /** Every work there is, on the server at an address. */
    static List<Work> all(URI base) throws IOException {
        LoadBodies bodies = LoadBodies.read(base.getPath());
        return List.of(
                new Calls(
                        "store",
                        bodies,
                        (connection, number) -> connection.send("POST", base.getPath(), bodies.stored(number))),
                new Calls("session", bodies, (connection, number) -> {
                    String answer = connection.exchange("POST", base.getPath(), bodies.session(number));
                    String encounter = answer.replaceFirst("(?s).*?\"Encounter/([^/\"]+).*", "$1");
                    connection.send(
                            "POST", base.getPath() + "/Encounter/" + encounter + "/$derive-claim", LoadBodies.NOTHING);
                }),
                new Calls(
                        "create",
                        bodies,
                        (connection, number) ->
                                connection.send("POST", base.getPath() + "/Encounter", bodies.encounter(number))),
                new Calls(
                        "read",
                        bodies,
                        (connection, number) ->
                                connection.send("GET", base.getPath() + "/" + bodies.kept("Encounter", number), "")),
                new Calls(
                        "search",
                        bodies,
                        (connection, number) -> connection.send(
                                "GET", base.getPath() + "/Coverage?beneficiary=" + bodies.kept("Patient", number), "")),
                new Calls(
                        "validate",
                        bodies,
                        (connection, number) -> connection.send(
                                "POST", base.getPath() + "/Encounter/$validate", bodies.encounter(number))));
    }

    /** One call. */
    @FunctionalInterface
    interface Call {
        void send(KeptConnection connection, int number) throws IOException;
    }

    /** Work of one kind of call on the same store. */
    record Calls(String name, LoadBodies bodies, Call call) implements Work {
        @Override
        public void prepare(KeptConnection connection) throws IOException {
            bodies.prepare(connection);
        }

        @Override
        public void once(KeptConnection connection, int number) throws IOException {
            call.send(connection, number);
        }
    }

    /** The references of an answer to a transaction, in the order of its entries, without their versions. */
    static List<String> created(String answer) {
        List<String> references = new ArrayList<>();
        var found = java.util.regex.Pattern.compile("\"location\"\\s*:\\s*\"(?:[^\"]*/)?([A-Za-z]+/[^/\"]+)/_history")
                .matcher(answer);
        while (found.find()) {
            references.add(found.group(1));
        }
        return references;
    }
}
