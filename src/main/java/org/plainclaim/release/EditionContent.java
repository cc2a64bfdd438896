package org.plainclaim.release;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** What a checked edition holds, as it is kept on disk. */
sealed interface EditionContent permits CodesContent, PairsContent, UnitsContent {
    /** How many codes, pairs or limits it has. */
    int rows();

    void write(DataOutputStream out) throws IOException;

    /**
     * The edition of a load.
     *
     * @throws IOException if the file is not there, or is not what was written
     */
    static EditionContent read(ReleaseFolder folder, LoadedRelease load) throws IOException {
        Path file = folder.edition(load);
        try (InputStream raw = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(raw, Sha256.digest());
            DataInputStream in = new DataInputStream(new BufferedInputStream(digest, 1 << 16));
            EditionContent content =
                    switch (load.kind()) {
                        case NCCI_PAIRS -> PairsContent.read(in);
                        case NCCI_UNITS -> UnitsContent.read(in);
                        default -> CodesContent.read(in);
                    };
            String found = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            if (in.read() >= 0 || !found.equals(load.data())) {
                throw new IOException(file + " is damaged: it is not what was loaded");
            }
            return content;
        }
    }
}
