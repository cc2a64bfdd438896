package org.plainclaim.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.server.ServerSettings.Tls;

/**
 * A certificate with those that vouch for it, and its key.
 *
 * @param chain the own certificate first
 */
record PemFiles(List<Certificate> chain, PrivateKey key) {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.US_ASCII);

    PemFiles {
        chain = List.copyOf(chain);
    }

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException if one holds something else, or they do not belong together
     */
    static PemFiles read(Tls files) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(files.certificate())));
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("the file of the certificate holds none");
        }
        Certificate own = chain.iterator().next();
        PemFiles pem = new PemFiles(List.copyOf(chain), key(files, own));
        pem.requireTogether(own);
        return pem;
    }

    /** Both as Java wants them. */
    KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PrivateKey key(Tls files, Certificate own) throws IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(files.key(), StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IllegalArgumentException("the file of the key holds no '-----BEGIN PRIVATE KEY-----';"
                    + " convert another form with: openssl pkcs8 -topk8 -nocrypt");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private void requireTogether(Certificate own) throws GeneralSecurityException {
        String algorithm = key.getAlgorithm();
        Signature signature = Signature.getInstance(
                algorithm.equals("RSA") ? "SHA256withRSA" : algorithm.equals("EC") ? "SHA256withECDSA" : algorithm);
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(own.getPublicKey());
        signature.update(SAMPLE);
        if (!signature.verify(signed)) {
            throw new IllegalArgumentException("the key is not that of the certificate of "
                    + ((X509Certificate) own).getSubjectX500Principal().getName());
        }
    }
}
