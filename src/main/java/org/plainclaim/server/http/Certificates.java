package org.plainclaim.server.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.plainclaim.server.ServerSettings.Tls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate as the files have it: looked at every second, and taken once both files belong together again.
 *
 * <p>Connections that are open go on with the certificate they have seen.
 */
final class Certificates extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Tls files;
    private final SslContextFactory.Server tls;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "certificates");
        thread.setDaemon(true);
        return thread;
    });
    private PemFiles current;
    private boolean complained;

    /**
     * Reads the files for the first time.
     *
     * @throws IllegalStateException if they can not be used
     */
    Certificates(Tls files, SslContextFactory.Server tls) {
        this.files = files;
        this.tls = tls;
        try {
            current = PemFiles.read(files);
            use(tls, current);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException bad) {
            throw new IllegalStateException(
                    "The certificate and key of PLAINCLAIM_TLS_CERTIFICATE and PLAINCLAIM_TLS_KEY can not be used: "
                            + bad.getMessage(),
                    bad);
        }
    }

    @Override
    protected void doStart() {
        // look() lets no failure out, so there is nothing to wait for
        var unused = watch.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() {
        watch.shutdownNow();
    }

    private void look() {
        try {
            PemFiles now = PemFiles.read(files);
            if (!now.equals(current)) {
                tls.reload(factory -> use(factory, now));
                current = now;
                complained = false;
                LOG.info("The certificate was replaced");
            }
        } catch (Exception notYet) {
            // one of the two may be written at this moment; what was read before holds
            if (!complained) {
                complained = true;
                LOG.warn("The files of the certificate do not belong together yet; the one before is used on");
            }
        }
    }

    private static void use(SslContextFactory factory, PemFiles pem) {
        factory.setKeyStore(pem.store());
        factory.setKeyStorePassword("");
    }
}
