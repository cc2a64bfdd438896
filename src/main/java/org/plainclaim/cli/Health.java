package org.plainclaim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.SettingsException;

/** Asks the server of the same settings whether it is ready: the health check of the container. */
final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int OK = 200;

    private final PrintWriter out;

    Health(PrintWriter out) {
        this.out = out;
    }

    /** 0 if the server says that it is ready, else 1. */
    int ask(Map<String, String> environment) {
        int status = status(environment);
        out.println(status == OK ? "ready" : "not ready");
        out.flush();
        return status == OK ? 0 : 1;
    }

    private static int status(Map<String, String> environment) {
        try {
            ServerSettings settings = ServerSettings.fromEnvironment(environment);
            String host = settings.host().equals("0.0.0.0") ? "127.0.0.1" : settings.host();
            String scheme = settings.tls() == null ? "http" : "https";
            URI ready = URI.create(scheme + "://" + host + ":" + settings.port() + "/health/ready");
            HttpURLConnection asked = (HttpURLConnection) ready.toURL().openConnection();
            if (settings.tls() != null && asked instanceof HttpsURLConnection secure) {
                OwnCertificate.trust(secure, settings.tls().certificate());
            }
            asked.setConnectTimeout((int) PATIENCE.toMillis());
            asked.setReadTimeout((int) PATIENCE.toMillis());
            return asked.getResponseCode();
        } catch (IOException | GeneralSecurityException | SettingsException e) {
            return 0;
        }
    }
}
