package org.plainclaim.server.lifecycle;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.bulk.BulkConfiguration;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.SubmissionLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what becomes of records. */
@Configuration
@Import(BulkConfiguration.class)
public class LifecycleConfiguration {
    @Bean
    RestingClaims restingClaims(DataSource source, Practices practices, SubmissionLog log) {
        return new RestingClaims(new PracticeSql(new JdbcTemplate(source), practices), log);
    }

    @Bean
    RetentionGate retentionGate(RestingClaims claims, Knowledge knowledge, IInterceptorService interceptors) {
        RetentionGate gate = new RetentionGate(claims, knowledge::rules, Clock.system(ZoneId.systemDefault()));
        interceptors.registerInterceptor(gate);
        return gate;
    }

    @Bean
    LifecycleOperations lifecycleOperations(
            DaoRegistry daos,
            SearchReader reader,
            DataSource source,
            Practices practices,
            Decisions decisions,
            BulkConfiguration.BulkOperations bulk) {
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        List<Object> providers = new ArrayList<>(bulk.providers());
        providers.add(new EverythingOperation(daos, reader));
        providers.add(new ExpungeOperation(daos, sql, decisions));
        return new LifecycleOperations(providers);
    }

    /** Plain HAPI providers, one for each operation. */
    public record LifecycleOperations(List<Object> providers) {
        public LifecycleOperations {
            providers = List.copyOf(providers);
        }
    }
}
