package org.plainclaim.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an SFTP server is and how to log in there.
 *
 * @param host its name
 * @param port its port
 * @param folder the folder that has {@code out}, {@code in} and {@code taken}; empty for the folder of the login
 * @param user name to log in with
 * @param secret file of the password or of the private key
 * @param knownHosts file of the host keys that are trusted
 */
record SftpAccess(String host, int port, String folder, String user, Path secret, Path knownHosts) {
    private static final int PORT = 22;

    static SftpAccess of(TradingPartner partner) throws IOException {
        URI address = partner.address();
        String path = String.valueOf(address.getPath()).replaceFirst("/+$", "");
        return new SftpAccess(
                String.valueOf(address.getHost()),
                address.getPort() < 0 ? PORT : address.getPort(),
                path.startsWith("/~") ? path.substring(2).replaceFirst("^/", "") : path,
                partner.user(),
                needed(partner, partner.secret(), "secret"),
                needed(partner, partner.knownHosts(), "known_hosts"));
    }

    static Path needed(TradingPartner partner, @Nullable Path path, String column) throws IOException {
        if (path == null) {
            throw new IOException(partner.id() + ": " + column + " is needed for SFTP");
        }
        return path;
    }

    /** The path of a file on the server. */
    String at(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
