package org.plainclaim.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key that signs checkpoints and packets: ECDSA on P-256, from a PEM file with the private and the public half.
 *
 * @param secret the private half
 * @param shared the public half
 */
public record SigningKey(ECPrivateKey secret, PublicHalf shared) {
    /**
     * Reads a key file.
     *
     * @throws IOException if it can not be read or holds no such key; the message never shows what is in it
     */
    public static SigningKey read(Path file) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(PublicHalf.block(pem, "PRIVATE KEY")));
            return new SigningKey((ECPrivateKey) key, PublicHalf.parse(pem));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "The file of the audit key does not hold a private and a public key of P-256 in PEM;"
                            + " `plainclaim audit key FILE` makes one.",
                    e);
        }
    }

    /** Makes a key and keeps it in a new file that only its owner may read. */
    public static SigningKey make(Path file) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            PublicHalf shared = new PublicHalf((ECPublicKey) pair.getPublic());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            Files.writeString(
                    file,
                    PublicHalf.pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + shared.pem(),
                    StandardOpenOption.TRUNCATE_EXISTING);
            return new SigningKey((ECPrivateKey) pair.getPrivate(), shared);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    /** Signs a text; base64url. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(PublicHalf.ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with P-256", e);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey[" + shared.id() + "]";
    }
}
