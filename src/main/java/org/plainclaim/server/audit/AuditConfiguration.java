package org.plainclaim.server.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.server.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the audit trail together over the store. */
@Configuration
public class AuditConfiguration {
    @Bean
    AuditTable auditTable(DataSource source) {
        AuditSchema.createIfAbsent(source);
        return new AuditTable(source);
    }

    @Bean
    AuditTrail auditTrail(DataSource source, AuditTable table, EntityManagerFactory entities) {
        return new AuditTrail(source, new NodeChains(node(Clock.systemUTC())), entities);
    }

    @Bean
    AuditKey auditKey(ServerSettings settings) {
        Path file = settings.auditKey();
        try {
            return new AuditKey(file == null ? Optional.empty() : Optional.of(SigningKey.read(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("PLAINCLAIM_AUDIT_KEY: " + unreadable.getMessage(), unreadable);
        }
    }

    @Bean(destroyMethod = "close")
    Checkpoints checkpoints(AuditTrail trail, AuditTable table, AuditKey key) {
        return new Checkpoints(trail, table, key.key().orElse(null), Clock.systemUTC());
    }

    @Bean
    AccessRecorder accessRecorder(
            AuditTrail trail, CurrentRequest current, DataSource source, IInterceptorService interceptors) {
        AccessRecorder recorder =
                new AccessRecorder(trail, current, new PatientLookup(new JdbcTemplate(source)), Clock.systemUTC());
        interceptors.registerInterceptor(recorder);
        return recorder;
    }

    @Bean
    AuditProviders auditProviders(FhirContext fhir, AuditTable table) {
        return new AuditProviders(List.of(new AuditEventEndpoint(fhir, table)));
    }

    /** Plain HAPI providers. */
    public record AuditProviders(List<Object> providers) {
        public AuditProviders {
            providers = List.copyOf(providers);
        }
    }

    /** A name that no other run has: when it began, and a number. */
    private static String node(Clock clock) {
        int random = new SecureRandom().nextInt(1 << 30);
        return Long.toString(clock.millis(), 36).toLowerCase(Locale.ROOT) + "-" + Integer.toString(random, 36);
    }

    /** The key of this site, if it has one. */
    public record AuditKey(Optional<SigningKey> key) {}
}
