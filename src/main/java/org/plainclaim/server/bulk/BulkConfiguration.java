package org.plainclaim.server.bulk;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.store.ReferenceSight;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts bulk exports together; nothing is done before one is asked for. */
@Configuration
public class BulkConfiguration {
    @Bean
    BulkOperations bulkOperations(DataSource source, Practices practices, Hiding hiding, ReferenceSight sight) {
        Exports exports = new Exports(source, new PracticeSql(new JdbcTemplate(source), practices), Clock.systemUTC());
        return new BulkOperations(List.of(
                new ExportOperation(exports, sight),
                new ExportStatusOperation(exports),
                new ExportFileOperation(exports, hiding, sight)));
    }

    /** Plain HAPI providers, one for each operation. */
    public record BulkOperations(List<Object> providers) {
        public BulkOperations {
            providers = List.copyOf(providers);
        }
    }
}
