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
import org.plainclaim.audit.Decisions;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.answers.AnswerParts;
import org.plainclaim.server.metrics.Meters;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.SubmissionLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the audit trail together over the store. */
@Configuration
public class AuditConfiguration {
    @Bean
    AuditTable auditTable(DataSource source) {
        OwnTables.bringUpToDate(source, AuditSchema.ROOM);
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
    Checkpoints checkpoints(AuditTrail trail, AuditTable table, AuditKey key, Knowledge knowledge) {
        return new Checkpoints(
                trail,
                table,
                new Checkpoints.Saying(
                        key.key().orElse(null),
                        () -> knowledge.rules().release().digest(),
                        Clock.systemUTC()));
    }

    @Bean
    Recording auditRecording(AuditTrail trail, AccessRecorder recorder) {
        return new Recording(trail, recorder);
    }

    @Bean
    PatientLookup auditedPatients(DataSource source, Practices practices, CurrentRequest current) {
        current.practice(() -> practice(practices));
        return new PatientLookup(new PracticeSql(new JdbcTemplate(source), practices));
    }

    @Bean
    Decisions decisions(AuditTrail trail, CurrentRequest current, PatientLookup patients, Meters meters) {
        return new RecordedDecisions(trail, current, patients, meters, Clock.systemUTC());
    }

    @Bean
    RecordedRemittances recordedRemittances(Decisions decisions) {
        return new RecordedRemittances(decisions);
    }

    @Bean
    AccessRecorder accessRecorder(
            AuditTrail trail, CurrentRequest current, PatientLookup patients, IInterceptorService interceptors) {
        AccessRecorder recorder = new AccessRecorder(trail, current, patients, Clock.systemUTC());
        interceptors.registerInterceptor(recorder);
        return recorder;
    }

    @Bean
    StoredVersions storedVersions(DataSource source, Practices practices) {
        return new StoredVersions(new PracticeSql(new JdbcTemplate(source), practices));
    }

    @Bean
    Disclosures auditedDisclosures(Decisions decisions) {
        return new AuditedDisclosures(decisions);
    }

    @Bean
    DisclosuresOperation disclosures(AuditTable table, CurrentRequest current, Knowledge knowledge) {
        return new DisclosuresOperation(table, current, knowledge::rules, Clock.systemUTC());
    }

    @Bean
    AuditPacketOperation auditPacket(PacketGathering.Sources sources, AuditKey key, CurrentRequest current) {
        return new AuditPacketOperation(sources, key, current, Clock.systemUTC());
    }

    @Bean
    PacketGathering.Sources packetSources(
            StoredVersions versions, SubmissionLog submissions, AuditTable table, AnswerParts answers) {
        return new PacketGathering.Sources(versions, submissions, table, answers);
    }

    @Bean
    AuditProviders auditProviders(
            AuditEventEndpoint events, AuditPacketOperation packet, DisclosuresOperation disclosures) {
        return new AuditProviders(List.of(events, packet, disclosures));
    }

    @Bean
    AuditEventEndpoint auditEvents(FhirContext fhir, AuditTable table, CurrentRequest current) {
        return new AuditEventEndpoint(fhir, table, current);
    }

    /**
     * What writes requests down.
     *
     * @param trail where to
     * @param recorder what is said of them
     */
    public record Recording(AuditTrail trail, AccessRecorder recorder) {}

    /** Plain HAPI providers. */
    public record AuditProviders(List<Object> providers) {
        public AuditProviders {
            providers = List.copyOf(providers);
        }
    }

    private static String practice(Practices practices) {
        try {
            int partition = practices.present();
            return partition == Practices.ONLY ? "" : String.valueOf(partition);
        } catch (IllegalStateException nobody) {
            return "";
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
