package org.plainclaim.server.metrics;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Everything that is counted, timed and looked at. */
public final class Meters implements AutoCloseable {
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Map<String, MultiGauge> tables = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();

    /** Begins to count. */
    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        collector.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Gauge.builder("http.server.requests.active", running, AtomicInteger::get)
                .description("Requests that are being answered.")
                .register(registry);
    }

    /** A request that begins to be answered. */
    public void begins() {
        running.incrementAndGet();
    }

    /** A request that was answered. */
    public void answered(Door door, int status, Duration taken) {
        running.decrementAndGet();
        Timer.builder("http.server.requests")
                .description("Answered requests by what was asked for.")
                .serviceLevelObjectives(STEPS)
                .tags("room", door.room(), "type", door.type(), "interaction", door.interaction())
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(taken);
    }

    /** A request that was sent away because of the load. */
    public void sentAway(String why) {
        Counter.builder("http.server.requests.refused")
                .description("Requests refused because of the load, by reason.")
                .tag("reason", why)
                .register(registry)
                .increment();
    }

    /** Something that the program concluded, such as {@code derived}, {@code held} or {@code submitted}. */
    public void concluded(String name) {
        Counter.builder("plainclaim.decisions")
                .description("What the program concluded.")
                .tag("decision", name)
                .register(registry)
                .increment();
    }

    /** A figure that is looked up whenever somebody asks for the metrics. */
    public <T> void watch(String name, String description, T source, ToDoubleFunction<T> figure, String... tags) {
        Gauge.builder(name, source, figure)
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    /** Figures of several things of one kind, all that there are; one that is not among them is not told any more. */
    public void tell(String name, String description, String tag, Map<String, ? extends Number> figures) {
        tables.computeIfAbsent(
                        name,
                        any -> MultiGauge.builder(name).description(description).register(registry))
                .register(
                        figures.entrySet().stream()
                                .map(figure -> MultiGauge.Row.of(Tags.of(tag, figure.getKey()), figure.getValue()))
                                .collect(Collectors.toList()),
                        true);
    }

    /** How the connections of a database are used. */
    public void watch(HikariDataSource source) {
        source.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    }

    /** The figures in the text format of Prometheus. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
