package org.plainclaim.server;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.plainclaim.release.Freshness;
import org.plainclaim.server.access.Access;
import org.plainclaim.server.access.Doorkeeper;
import org.plainclaim.server.access.Gate;
import org.plainclaim.server.access.PracticeDoor;
import org.plainclaim.server.answers.AnswerPolling;
import org.plainclaim.server.audit.AuditConfiguration;
import org.plainclaim.server.audit.Checkpoints;
import org.plainclaim.server.audit.CurrentRequest;
import org.plainclaim.server.confidentiality.Viewers;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.server.desk.DeskConfiguration;
import org.plainclaim.server.desk.DeskServlet;
import org.plainclaim.server.hooks.HooksServlet;
import org.plainclaim.server.http.FreshnessSource;
import org.plainclaim.server.http.WebServer;
import org.plainclaim.server.longwork.LongWorks;
import org.plainclaim.server.metrics.Meters;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.Housekeeping;
import org.plainclaim.server.store.LazyRepositories;
import org.plainclaim.server.store.OwnAddresses;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.DispatchSchedule;
import org.plainclaim.server.terminology.TerminologyServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A running FHIR server; close it to stop in order. */
public final class PlainclaimServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlainclaimServer.class);

    private final ServerSettings settings;
    private final WebServer web;
    private final AnnotationConfigApplicationContext store;

    private PlainclaimServer(ServerSettings settings, WebServer web, AnnotationConfigApplicationContext store) {
        this.settings = settings;
        this.web = web;
        this.store = store;
    }

    /**
     * Opens the port, then the store, and returns once requests are served.
     *
     * @throws IllegalStateException if the port is taken or the database can not be used
     */
    public static PlainclaimServer start(ServerSettings settings) {
        settings.requireIssuerUnlessTriedOut();
        StartAhead ahead = StartAhead.of(settings);
        WebServer web;
        try {
            web = WebServer.listen(settings);
        } catch (Exception failure) {
            throw new IllegalStateException(
                    "Port " + settings.port() + " of " + settings.host() + " can not be opened: " + failure.getMessage()
                            + "; choose another with PLAINCLAIM_PORT",
                    failure);
        }
        AnnotationConfigApplicationContext store = new AnnotationConfigApplicationContext();
        PlainclaimServer server = new PlainclaimServer(settings, web, store);
        try {
            server.openStore(ahead);
            return server;
        } catch (Exception failure) {
            server.close();
            throw new IllegalStateException("The store can not be opened: " + failure.getMessage(), failure);
        }
    }

    /** The FHIR base, such as {@code http://127.0.0.1:8080/fhir}. */
    public URI baseUri() {
        URI configured = settings.baseUrl();
        return configured != null ? configured : nearUri();
    }

    /** The FHIR base as this machine reaches it. */
    private URI nearUri() {
        return URI.create(scheme() + reachableHost() + ":" + port() + "/fhir");
    }

    /** The port in use. */
    public int port() {
        return web.port();
    }

    /** A part of the running server by its type, for programs that embed it. */
    public <T> T part(Class<T> type) {
        return store.getBean(type);
    }

    /** Lets running requests end, then closes the port and the store. */
    @Override
    public void close() {
        try {
            web.close();
        } finally {
            store.close();
        }
    }

    private void openStore(StartAhead ahead) throws Exception {
        LazyRepositories.in(store.getDefaultListableBeanFactory());
        store.registerBean(ServerSettings.class, () -> settings);
        store.registerBean(
                HooksServlet.Limits.class,
                () -> new HooksServlet.Limits(
                        baseUri(),
                        settings.maxBodyBytes(),
                        store.getBean(Gate.class),
                        store.getBean(Viewers.class)::hides));
        store.registerBean(
                DeskConfiguration.Addresses.class, () -> new DeskConfiguration.Addresses(this::nearUri, this::baseUri));
        store.registerBean(OwnAddresses.class, this::ownAddresses);
        store.registerBean(CurrentRequest.class, web::currentRequest);
        store.registerBean(Meters.class, web::meters);
        store.registerBean(Definitions.class, ahead::definitions);
        store.registerBean(Knowledge.class, ahead::knowledge);
        store.register(FhirConfiguration.class);
        store.refresh();
        web.admit(store.getBean(Doorkeeper.class));
        web.tell(fresh(store.getBean(Knowledge.class)));
        store.getBean(Checkpoints.class).start();
        web.writeDown(store.getBean(AuditConfiguration.Recording.class));
        DataSource database = store.getBean(DataSource.class);
        Practices practices = store.getBean(Practices.class);
        web.serve(
                new WebServer.Rooms(
                        new PracticeDoor(practices, store.getBean(TerminologyServlet.class)),
                        new PracticeDoor(practices, store.getBean(HooksServlet.class)),
                        store.getBean(DeskServlet.class)),
                () -> answers(database));
        Access access = store.getBean(Access.class);
        if (access.isTriedOut()) {
            LOG.warn("{}", access.words());
        }
        store.getBean(Housekeeping.class).start();
        store.getBean(AnswerPolling.class).start();
        store.getBean(DispatchSchedule.class).start();
        store.getBean(LongWorks.class).start(settings.database().url().startsWith("jdbc:h2:file:"));
    }

    private OwnAddresses ownAddresses() {
        Set<String> urls = new TreeSet<>();
        urls.add(baseUri().toString());
        for (String host : new String[] {reachableHost(), "localhost", "127.0.0.1"}) {
            urls.add(scheme() + host + ":" + port() + "/fhir");
        }
        return new OwnAddresses(urls);
    }

    private String scheme() {
        return settings.tls() == null ? "http://" : "https://";
    }

    private String reachableHost() {
        String host = settings.host();
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Worked out again for each answer: it is a few dozen comparisons, and the day goes on. */
    private static FreshnessSource fresh(Knowledge knowledge) {
        return () -> Optional.of(new FreshnessSource.Now(
                Freshness.of(knowledge.rules(), LocalDate.now(Clock.system(ZoneId.systemDefault()))),
                knowledge.live().problem()));
    }

    private static boolean answers(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
