package org.plainclaim.server.figures;

import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.work.FilingClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the figures together. */
@Configuration
public class FiguresConfiguration {
    @Bean
    FiguresOperation figuresOperation(
            DataSource source,
            Practices practices,
            SubmissionLog log,
            ClaimGathering gathering,
            FilingClock filing,
            Knowledge knowledge,
            Hiding hiding,
            ServerSettings settings) {
        ZoneId zone = settings.timeZone() == null ? ZoneId.systemDefault() : settings.timeZone();
        Clock clock = Clock.system(zone);
        FiguresTable table = new FiguresTable(new PracticeSql(new JdbcTemplate(source), practices), clock);
        return new FiguresOperation(
                table,
                new WaitingClaims(table, log, gathering, filing),
                new FiguresOperation.Around(() -> knowledge.rules().base(), hiding, clock));
    }
}
