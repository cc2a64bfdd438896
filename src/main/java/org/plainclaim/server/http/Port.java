package org.plainclaim.server.http;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.plainclaim.server.ServerSettings;

/** The one port: HTTP, or HTTPS where there is a certificate. */
final class Port {
    private static final int LONGEST_HEADER = 32 * 1024;

    /** Bytes of a body in a second; who sends slower keeps a thread from others. */
    private static final long SLOWEST_BODY = 512;

    private Port() {}

    static ServerConnector of(Server server, ServerSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADER);
        http.setMinRequestDataRate(SLOWEST_BODY);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector;
        if (settings.tls() == null) {
            connector = new ServerConnector(server, 1, 1, plain);
        } else {
            // clients come by addresses and by names of a proxy; the certificate is theirs to judge
            http.addCustomizer(new SecureRequestCustomizer(false));
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            server.addBean(new Certificates(settings.tls(), tls));
            connector = new ServerConnector(server, 1, 1, new SslConnectionFactory(tls, plain.getProtocol()), plain);
        }
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }
}
