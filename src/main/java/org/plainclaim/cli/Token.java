package org.plainclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The token that a command sends with its requests.
 *
 * @param text the token; empty if the server asks for none
 */
record Token(String text) {
    /** From {@code PLAINCLAIM_TOKEN}, or the file that {@code PLAINCLAIM_TOKEN_FILE} names. */
    static Token in(Map<String, String> environment) {
        String text = environment.getOrDefault("PLAINCLAIM_TOKEN", "");
        String file = environment.getOrDefault("PLAINCLAIM_TOKEN_FILE", "");
        return new Token((text.isEmpty() && !file.isEmpty() ? read(Path.of(file)) : text).strip());
    }

    HttpRequest.Builder on(HttpRequest.Builder request) {
        return text.isEmpty() ? request : request.header("Authorization", "Bearer " + text);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return text.isEmpty() ? "no token" : "a token";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of PLAINCLAIM_TOKEN_FILE can not be read", e);
        }
    }
}
