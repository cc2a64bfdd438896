package org.plainclaim.server.lifecycle;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.SubmissionLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what becomes of records. */
@Configuration
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
            DaoRegistry daos, SearchReader reader, DataSource source, Practices practices, Decisions decisions) {
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        return new LifecycleOperations(
                List.of(new EverythingOperation(daos, reader), new ExpungeOperation(daos, sql, decisions)));
    }

    /** Plain HAPI providers, one for each operation. */
    public record LifecycleOperations(List<Object> providers) {
        public LifecycleOperations {
            providers = List.copyOf(providers);
        }
    }
}
