package org.plainclaim.server.longwork;

import ca.uhn.fhir.context.FhirContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.plainclaim.audit.Decisions;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.access.Gate;
import org.plainclaim.server.audit.CurrentRequest;
import org.plainclaim.server.operation.ClaimStore;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.HeldSessions;
import org.plainclaim.server.operation.LotDerivation;
import org.plainclaim.server.scrub.Scrubber;
import org.plainclaim.server.scrub.StoredScrub;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ClaimGathering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts long work together over the store; a new kind is one more in the map. */
@Configuration
public class LongWorkConfiguration {
    @Bean
    LotDerivation lotDerivation(
            FhirContext fhir, Derivations derivations, CurrentVersions store, ClaimStore claims, HeldSessions held) {
        return new LotDerivation(
                fhir,
                derivations,
                new LotDerivation.Keeping(store, claims, held),
                Clock.system(ZoneId.systemDefault()));
    }

    @Bean
    StoredScrub storedScrub(CurrentVersions store, ClaimGathering claims, Scrubber scrubber, Decisions decisions) {
        return new StoredScrub(store, claims, scrubber, decisions);
    }

    @Bean
    DayDerivation dayDerivation(LotDerivation derivation, StoredScrub scrub) {
        return new DayDerivation(derivation, scrub, Clock.system(ZoneId.systemDefault()));
    }

    @Bean(destroyMethod = "close")
    LongWorks longWorks(
            DataSource source,
            Practices practices,
            PlatformTransactionManager transactions,
            CurrentRequest current,
            DayDerivation days,
            ServerSettings settings) {
        OwnTables.bringUpToDate(source, "longwork");
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        Lots.Tables tables = new Lots.Tables(
                new WorkTable(sql, Clock.systemUTC()), new PartTable(sql), new TransactionTemplate(transactions));
        Lots lots = new Lots(Map.of(days.name(), days), tables, current);
        ZoneId zone = settings.timeZone() == null ? ZoneId.systemDefault() : settings.timeZone();
        Runner runner = new Runner(node(), practices, lots, settings.longWorkThreads());
        return new LongWorks(tables, new DaySessions(sql, zone), current, lots, runner);
    }

    @Bean
    LongWorkOperations longWorkOperations(FhirContext fhir, LongWorks works, Gate gate, Hiding hiding) {
        StatusAnswer answers = new StatusAnswer(fhir);
        return new LongWorkOperations(List.of(
                new DeriveDayOperation(works, answers),
                new WorkOperations(works, answers, new WorkOperations.Sight(gate, hiding))));
    }

    /** A name that no other run has. */
    private static String node() {
        return Long.toString(Clock.systemUTC().millis(), Character.MAX_RADIX) + "-"
                + Integer.toString(new SecureRandom().nextInt(1 << 30), Character.MAX_RADIX);
    }

    /** Plain HAPI providers. */
    public record LongWorkOperations(List<Object> providers) {
        public LongWorkOperations {
            providers = List.copyOf(providers);
        }
    }
}
