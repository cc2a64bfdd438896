package org.plainclaim.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.PublicHalf;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.server.audit.PacketSignature;

/** Says whether a packet is as it was signed. */
final class PacketVerify {
    private static final int CHANGED = 1;
    private final PrintWriter out;

    PacketVerify(PrintWriter out) {
        this.out = out;
    }

    int verify(Path file, @Nullable Path trusted) throws IOException {
        JsonNode packet = read(file);
        Optional<PublicHalf> key =
                trusted == null ? PacketSignature.enclosed(packet) : Optional.of(PublicHalf.read(trusted));
        if (key.isEmpty()) {
            throw new IOException("The packet holds no public key; give one with --key.");
        }
        boolean holds = PacketSignature.holds(packet, key.get());
        if (!holds) {
            out.println("The packet is not as it was signed, or was signed with another key than "
                    + key.get().id() + ".");
        } else {
            out.println("The packet is as it was signed with key " + key.get().id() + ".");
            out.println(
                    trusted == null
                            ? "The key came with the packet: who signed it is not checked; give the key of the practice"
                                    + " with --key."
                            : "The key is the one that was given.");
        }
        return holds ? 0 : CHANGED;
    }

    static JsonNode read(Path file) throws IOException {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (BadInput e) {
            throw new IOException(file + " is no JSON of a packet.", e);
        }
    }
}
