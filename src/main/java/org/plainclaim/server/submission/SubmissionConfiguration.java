package org.plainclaim.server.submission;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the log of the submissions together over the store. */
@Configuration
public class SubmissionConfiguration {
    @Bean
    SubmissionLog submissionLog(DataSource source) {
        SubmissionSchema.bringUpToDate(source);
        return new SubmissionLog(new JdbcTemplate(source), Clock.systemUTC());
    }

    @Bean
    ControlNumbers controlNumbers(DataSource source, SubmissionLog tablesAreThere) {
        return new ControlNumbers(new JdbcTemplate(source));
    }
}
