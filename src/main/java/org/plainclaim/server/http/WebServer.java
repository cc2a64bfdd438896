package org.plainclaim.server.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.access.Doorkeeper;
import org.plainclaim.server.audit.AuditConfiguration;
import org.plainclaim.server.audit.AuditFilter;
import org.plainclaim.server.audit.CurrentRequest;
import org.plainclaim.server.metrics.Meters;

/** Jetty with one port, the health answers and the FHIR end points; it listens before the store is there. */
public final class WebServer implements AutoCloseable {
    private static final long GRACE_MILLIS = 10_000;

    private final Server server;
    private final ServerConnector connector;
    private final Entrance entrance = new Entrance();
    private final Entrance hooks = new Entrance();
    private final Entrance desk = new Entrance();
    private final Admission admission = new Admission();
    private final AuditFilter audit = new AuditFilter();
    private final Meters meters = new Meters();
    private volatile BooleanSupplier databaseAnswers = () -> false;
    private volatile FreshnessSource fresh = FreshnessSource.UNKNOWN;
    private volatile boolean stopping;

    private WebServer(ServerSettings settings) {
        server = new Server(RequestThreads.of(settings.threads()));
        connector = Port.of(server, settings);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(context(settings)));
        server.setErrorHandler(new JettyFaults());
        server.setStopTimeout(GRACE_MILLIS);
    }

    /** Opens the port; until {@link #serve} everything but the health answers is refused with 503. */
    public static WebServer listen(ServerSettings settings) throws Exception {
        WebServer web = new WebServer(settings);
        try {
            web.server.start();
            return web;
        } catch (Exception failure) {
            web.server.stop();
            throw failure;
        }
    }

    /**
     * What is behind the door.
     *
     * @param fhir the FHIR server
     * @param cdsServices the CDS Hooks services
     * @param desk the workbench
     */
    public record Rooms(HttpServlet fhir, HttpServlet cdsServices, HttpServlet desk) {}

    /** Lets requests through to the rooms. */
    public void serve(Rooms rooms, BooleanSupplier databaseAnswers) throws ServletException {
        this.databaseAnswers = databaseAnswers;
        hooks.open(rooms.cdsServices());
        desk.open(rooms.desk());
        entrance.open(rooms.fhir());
    }

    /** Lets callers in; to be called before {@link #serve}. */
    public void admit(Doorkeeper doorkeeper) {
        admission.by(doorkeeper);
    }

    /** What is counted of the server's work. */
    public Meters meters() {
        return meters;
    }

    /** Which request each thread works for. */
    public CurrentRequest currentRequest() {
        return audit.current();
    }

    /** Writes down what is refused, from now on. */
    public void writeDown(AuditConfiguration.Recording recording) {
        audit.open(recording);
    }

    /** Lets the health answer and the metrics say how fresh what the server knows is. */
    public void tell(FreshnessSource source) {
        fresh = source;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Refuses what is new, lets what runs end, then closes the port. */
    @Override
    public void close() {
        stopping = true;
        // pages that wait for news would keep the server from stopping
        desk.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The HTTP server did not stop in order", failure);
        } finally {
            hooks.close();
            entrance.close();
            meters.close();
        }
    }

    private ServletContextHandler context(ServerSettings settings) {
        ServletContextHandler context = new ServletContextHandler("/");
        context.setErrorHandler(new JettyFaults());
        context.addServlet(new ServletHolder("health", new HealthServlet(this::readiness, () -> fresh)), "/health/*");
        context.addServlet(new ServletHolder("metrics", new MetricsServlet(() -> fresh, meters)), "/metrics");
        context.addServlet(
                new ServletHolder("smart", new SmartServlet(admission::smartConfiguration)), SmartServlet.PATH);
        ServletHolder fhir = new ServletHolder("fhir", entrance);
        fhir.setInitOrder(1);
        context.addServlet(fhir, "/fhir/*");
        ServletHolder cdsServices = new ServletHolder("cds-services", hooks);
        cdsServices.setInitOrder(1);
        context.addServlet(cdsServices, "/cds-services/*");
        ServletHolder workbench = new ServletHolder("desk", desk);
        workbench.setInitOrder(1);
        workbench.setAsyncSupported(true);
        for (String address : new String[] {"", "/desk/*", "/assets/*"}) {
            context.addServlet(workbench, address);
        }
        FilterHolder metered = new FilterHolder(new MeteredRequests(meters));
        metered.setAsyncSupported(true);
        context.addFilter(metered, "/*", EnumSet.of(DispatcherType.REQUEST));
        Crowd crowd = new Crowd(settings.threads(), meters);
        for (String address : new String[] {"/fhir/*", "/cds-services/*"}) {
            context.addFilter(new FilterHolder(crowd), address, EnumSet.of(DispatcherType.REQUEST));
            context.addFilter(new FilterHolder(audit), address, EnumSet.of(DispatcherType.REQUEST));
        }
        RateLimit limit = new RateLimit(settings.requestsPerSecond());
        for (Filter filter : List.of(new SafeHeaders(), new HostNames(settings), admission, limit)) {
            FilterHolder holder = new FilterHolder(filter);
            holder.setAsyncSupported(true);
            context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        context.addFilter(
                new FilterHolder(new RequestGuard(settings.maxBodyBytes())),
                "/fhir/*",
                EnumSet.of(DispatcherType.REQUEST));
        return context;
    }

    private Readiness readiness() {
        if (stopping) {
            return Readiness.STOPPING;
        }
        if (!entrance.isOpen()) {
            return Readiness.STARTING;
        }
        return databaseAnswers.getAsBoolean() ? Readiness.READY : Readiness.DATABASE_UNREACHABLE;
    }
}
