package org.plainclaim.server.authorization;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;

/**
 * The file of addresses of payers: CSV with {@code payers} (ids joined by {@code |}), {@code address} (the FHIR base) and
 * {@code secret} (a file with a bearer token; may be empty).
 */
final class PasEndpoints {
    /** Beside the file of trading partners. */
    static final String NAME = "prior-authorization.csv";

    private final Map<String, PasEndpoint> byPayer;

    private PasEndpoints(Map<String, PasEndpoint> byPayer) {
        this.byPayer = Map.copyOf(byPayer);
    }

    /**
     * Reads the file beside that of the trading partners; without one no payer is asked.
     *
     * @throws IllegalStateException with every fault, one a line
     */
    static PasEndpoints beside(@Nullable Path partners) {
        Path file = partners == null ? null : partners.resolveSibling(NAME);
        return file == null || !Files.exists(file) ? new PasEndpoints(Map.of()) : read(file);
    }

    static PasEndpoints read(Path file) {
        Map<String, PasEndpoint> byPayer = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (CsvRow row : CsvFile.read(file)) {
            PasEndpoint endpoint = endpoint(row, file, faults);
            for (String payer : row.at("payers").split("\\|", -1)) {
                if (payer.isBlank()) {
                    faults.add(row.complaint("payers", "is empty; name the ids of the payers"));
                } else if (endpoint != null && byPayer.putIfAbsent(payer, endpoint) != null) {
                    faults.add(row.complaint("payers", "names '" + payer + "' twice; keep one of them"));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return new PasEndpoints(byPayer);
    }

    private static @Nullable PasEndpoint endpoint(CsvRow row, Path file, List<String> faults) {
        String address = row.at("address");
        String secret = row.at("secret");
        Path token = secret.isEmpty() ? null : file.resolveSibling(secret);
        if (token != null && !Files.isReadable(token)) {
            faults.add(row.complaint("secret", "names no file that can be read"));
        }
        try {
            URI uri = URI.create(address);
            if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback(uri))) {
                return new PasEndpoint(uri, token);
            }
        } catch (IllegalArgumentException none) {
            // said below
        }
        faults.add(row.complaint("address", "has to begin with https://; http is for this machine only"));
        return null;
    }

    private static boolean loopback(URI uri) {
        try {
            return uri.getHost() != null && InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** The endpoint of a payer by any of its ids; null if none is known. */
    @Nullable
    PasEndpoint of(List<String> payer) {
        return payer.stream()
                .filter(byPayer::containsKey)
                .findFirst()
                .map(byPayer::get)
                .orElse(null);
    }
}
