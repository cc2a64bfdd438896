package org.plainclaim.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of the file of partners. */
final class PartnerRow {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String ENVELOPE_ID = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,13}[A-Za-z0-9._-]";

    private static final String DAYS = "0|[1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-5]";

    private final PartnersFile file;
    private final long line;
    private final Map<String, String> cells;
    private final Path path;

    PartnerRow(PartnersFile file, long line, Map<String, String> cells, Path path) {
        this.file = file;
        this.line = line;
        this.cells = cells;
        this.path = path;
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private String matching(String column, String pattern, String rule) {
        String cell = cell(column);
        if (!cell.matches(pattern)) {
            file.fault(line, column, rule);
        }
        return cell;
    }

    /** The partner; null if the line has faults. */
    @Nullable
    TradingPartner partner() {
        int before = file.faults();
        String id = matching("id", ID, "has to be lower-case words joined by -, such as blue-shield");
        URI address = address();
        URI realTime = cell("real_time").isEmpty() ? null : web("real_time");
        String sender = envelope("sender");
        String receiver = envelope("receiver");
        matching(
                "submitter",
                "[A-Za-z0-9 !\"&'()+,./;?=%@\\[\\]_{}|<>#$-]{1,60}",
                "has to be a name of at most 60 letters that X12 has");
        matching("phone", "[0-9]{10}", "has to be ten digits");
        matching("production", "yes|no", "has to be yes or no");
        Path secret = existing("secret");
        Path knownHosts = existing("known_hosts");
        Path journal = resolved("journal", cell("journal").isEmpty() ? "journal/" + id : cell("journal"));
        List<String> payers = payers();
        List<String> answersTo = answersTo();
        String days = cell("ask_after_days").isEmpty() ? "0" : cell("ask_after_days");
        if (!days.matches(DAYS)) {
            file.fault(line, "ask_after_days", "has to be a number of days from 1 to 365, or empty to ask never");
        }
        if (address == null || before < file.faults()) {
            return null;
        }
        login(address);
        return before < file.faults()
                ? null
                : new TradingPartner(
                        id,
                        payers,
                        address,
                        realTime,
                        sender,
                        receiver,
                        cell("submitter"),
                        cell("phone"),
                        cell("production").equals("yes"),
                        cell("user"),
                        secret,
                        knownHosts,
                        address.getScheme().equals("sftp") ? journal : null,
                        answersTo,
                        Integer.parseInt(days));
    }

    private String envelope(String column) {
        return matching(column, ENVELOPE_ID, "has to be 2 to 15 letters and digits (ISA and GS have no room for more)");
    }

    private List<String> answersTo() {
        if (cell("answers_to").isEmpty()) {
            return List.of();
        }
        List<String> ids = Stream.of(cell("answers_to").split("\\|", -1))
                .map(String::strip)
                .toList();
        if (ids.stream().anyMatch(id -> !id.matches(ENVELOPE_ID))) {
            file.fault(line, "answers_to", "has to be ids of 2 to 15 letters and digits, joined by |, or empty");
        }
        return ids;
    }

    private List<String> payers() {
        List<String> payers =
                Stream.of(cell("payers").split("\\|", -1)).map(String::strip).toList();
        if (payers.stream().anyMatch(payer -> !payer.matches("[A-Za-z0-9._-]{1,80}"))) {
            file.fault(line, "payers", "has to be ids of payers, joined by |");
        }
        if (payers.stream().distinct().count() < payers.size()) {
            file.fault(line, "payers", "names a payer twice; keep one of them");
        }
        return payers.stream().distinct().toList();
    }

    private @Nullable URI uri(String column) {
        try {
            return URI.create(cell(column));
        } catch (IllegalArgumentException e) {
            file.fault(line, column, "is no address; write blanks as %20");
            return null;
        }
    }

    private @Nullable URI address() {
        URI uri = uri("address");
        if (uri == null) {
            return null;
        }
        String scheme = String.valueOf(uri.getScheme());
        return switch (scheme) {
            case "folder", "simulator" -> folder(scheme, uri);
            case "sftp" -> host("address", uri);
            case "https", "http" -> web("address");
            default -> {
                file.fault(line, "address", "has to begin with folder:, simulator:, sftp:// or https://");
                yield null;
            }
        };
    }

    private @Nullable URI folder(String scheme, URI uri) {
        String part = String.valueOf(uri.getSchemeSpecificPart());
        Path folder = part.isBlank() ? null : resolved("address", part);
        if (folder == null) {
            file.fault(line, "address", "has to name a folder, such as " + scheme + ":payers/blue-shield");
            return null;
        }
        return URI.create(scheme + ":" + folder.toUri().getRawPath().replaceFirst("(?<=.)/$", ""));
    }

    private @Nullable URI host(String column, URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            file.fault(line, column, "has to be a host with a path; user and secret have columns of their own");
            return null;
        }
        return uri;
    }

    private @Nullable URI web(String column) {
        URI uri = uri(column);
        if (uri == null) {
            return null;
        }
        boolean plain = "http".equals(uri.getScheme());
        if (!plain && !"https".equals(uri.getScheme())) {
            file.fault(line, column, "has to begin with https://");
            return null;
        }
        if (plain && !isLoopback(String.valueOf(uri.getHost()))) {
            file.fault(line, column, "has to begin with https://; http is for this machine only");
            return null;
        }
        return host(column, uri);
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private @Nullable Path resolved(String column, String cell) {
        try {
            return path.resolveSibling(cell).normalize();
        } catch (InvalidPathException e) {
            file.fault(line, column, "is no path");
            return null;
        }
    }

    private @Nullable Path existing(String column) {
        if (cell(column).isEmpty()) {
            return null;
        }
        Path found = resolved(column, cell(column));
        try {
            if (found != null && (!Files.isReadable(found) || Files.size(found) == 0)) {
                file.fault(
                        line,
                        column,
                        "has to name a file that can be read and is not empty; it never holds the secret itself");
            }
        } catch (IOException e) {
            file.fault(line, column, "names a file that can not be read");
        }
        return found;
    }

    private void login(URI address) {
        boolean sftp = address.getScheme().equals("sftp");
        for (String column : List.of("user", "secret", "known_hosts")) {
            if (sftp && cell(column).isEmpty()) {
                file.fault(line, column, "is needed for SFTP");
            }
        }
        if (!sftp && !cell("user").isEmpty()) {
            file.fault(line, "user", "is for SFTP only; leave it empty");
        }
        boolean web =
                address.getScheme().startsWith("http") || !cell("real_time").isEmpty();
        if (!sftp && !web && !cell("secret").isEmpty()) {
            file.fault(line, "secret", "is for SFTP and HTTPS only; leave it empty");
        }
    }
}
