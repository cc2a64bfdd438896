package org.plainclaim.server.desk.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The way from this process to its own port; over TLS it trusts the one certificate that the port shows. */
public final class Loopback {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<URI> base;
    private final @Nullable Path certificate;
    private @Nullable HttpClient client;

    /**
     * A way.
     *
     * @param base the FHIR base as this machine reaches it
     * @param certificate what the port shows; null for plain HTTP
     */
    public Loopback(Supplier<URI> base, @Nullable Path certificate) {
        this.base = base;
        this.certificate = certificate;
    }

    URI base() {
        return base.get();
    }

    /** Made when it is first used, because starting must not wait for it. */
    synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE);
            if (certificate != null) {
                builder.sslContext(trusting(certificate));
            }
            client = builder.build();
        }
        return client;
    }

    private static SSLContext trusting(Path certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OwnCertificate(certificate)}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("TLS is not there", impossible);
        }
    }

    /** The address asked is that of this machine, which no certificate names; so the certificate itself is compared. */
    private static final class OwnCertificate extends X509ExtendedTrustManager {
        private final Path file;

        private OwnCertificate(Path file) {
            this.file = file;
        }

        private void check(X509Certificate[] shown) throws CertificateException {
            try (InputStream in = Files.newInputStream(file)) {
                // read each time, because it may be replaced while the server runs
                if (!CertificateFactory.getInstance("X.509")
                        .generateCertificate(in)
                        .equals(shown[0])) {
                    throw new CertificateException("it is not the certificate of this server");
                }
            } catch (IOException unreadable) {
                throw new CertificateException("the certificate of this server can not be read", unreadable);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("nobody is let in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("nobody is let in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("nobody is let in here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
