package org.plainclaim.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What others need to check a signature.
 *
 * @param key a public key of P-256
 */
public record PublicHalf(ECPublicKey key) {
    static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    /**
     * Reads the public key out of a PEM file; what else is in it does not matter.
     *
     * @throws IOException if there is none
     */
    public static PublicHalf read(Path file) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " holds no public key of P-256 in PEM.", e);
        }
    }

    /**
     * Reads a public key in PEM.
     *
     * @throws GeneralSecurityException if it is none of P-256
     * @throws IllegalArgumentException if there is none
     */
    public static PublicHalf parse(String pem) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY")));
        if (key instanceof ECPublicKey curve
                && curve.getParams().getCurve().getField().getFieldSize() == 256) {
            return new PublicHalf(curve);
        }
        throw new GeneralSecurityException("not a key of P-256");
    }

    /** The first digits of its SHA-256, to tell keys apart. */
    public String id() {
        return Hash.of(key.getEncoded()).substring(0, 16);
    }

    /** The key in PEM. */
    public String pem() {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    /** True if the text was signed with the other half. */
    public boolean signed(String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    static byte[] block(String pem, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        int start = pem.indexOf(begin);
        int end = pem.indexOf("-----END " + kind + "-----");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(pem.substring(start + begin.length(), end));
    }
}
