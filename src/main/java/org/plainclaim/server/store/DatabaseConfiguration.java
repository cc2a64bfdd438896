package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Locale;
import java.util.Properties;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.metrics.Meters;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;

/** The database, its connections and its transactions. */
@Configuration
class DatabaseConfiguration {
    /** Whoever waits so long for a connection is told to come again, rather than to wait longer. */
    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private static final int LONGEST_QUERY_MILLIS = 30_000;
    private static final String LOCK_MILLIS = "20000";

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(ServerSettings settings, Meters meters) {
        ServerSettings.Database database = settings.database();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("store");
        pool.setJdbcUrl(url(database));
        if (!database.user().isEmpty()) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setMaximumPoolSize(database.maxConnections());
        pool.setMinimumIdle(Math.min(4, database.maxConnections()));
        pool.setAutoCommit(true);
        pool.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        HikariDataSource source = new HikariDataSource(pool);
        meters.watch(source);
        Schema.bringUpToDate(source);
        return source;
    }

    @Bean
    Practices practices(HikariDataSource source, ServerSettings settings) {
        OwnTables.bringUpToDate(source, "practices");
        return new Practices(new JdbcTemplate(source), settings.severalPractices());
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            ConfigurableListableBeanFactory beans,
            FhirContext fhir,
            JpaStorageSettings storage,
            HikariDataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, storage);
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setDataSource(dataSource);
        factory.setJpaProperties(properties(dataSource.getJdbcUrl()));
        return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    private static String url(ServerSettings.Database database) {
        String url = database.url();
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        // a second, which is usual, is less than a remittance takes; what waits in a circle is told at once anyway
        String patient = with(url, "LOCK_TIMEOUT", LOCK_MILLIS);
        // H2 keeps the plans of eight statements, which is fewer than one request has
        String planned = with(patient, "QUERY_CACHE_SIZE", "256");
        return url.startsWith("jdbc:h2:mem:")
                ? with(planned, "DB_CLOSE_DELAY", "-1")
                // H2 would write what was committed half a second later, and a killed process would take it along
                : with(planned, "WRITE_DELAY", "0");
    }

    private static String with(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=") ? url : url + ";" + setting + "=" + value;
    }

    private static Properties properties(String url) {
        boolean postgres = url.startsWith("jdbc:postgresql:");
        Properties properties = new Properties();
        properties.setProperty(
                "hibernate.dialect", (postgres ? HapiFhirPostgresDialect.class : HapiFhirH2Dialect.class).getName());
        if (!postgres) {
            properties.put("hibernate.session_factory.statement_inspector", new PlannedForH2());
        }
        // HAPI's statements; a search that takes longer is stopped, and its client told to ask for less
        properties.setProperty("jakarta.persistence.query.timeout", String.valueOf(LONGEST_QUERY_MILLIS));
        properties.setProperty("hibernate.hbm2ddl.auto", "none");
        // a table for each entity, made at every start, for changes by query to entities in several tables: there are
        // none
        properties.setProperty("hibernate.query.mutation_strategy.global_temporary.create_tables", "false");
        properties.setProperty("hibernate.query.mutation_strategy.global_temporary.drop_tables", "false");
        properties.setProperty("hibernate.search.enabled", "false");
        // local timestamps would be ambiguous for an hour each autumn
        properties.setProperty("hibernate.jdbc.time_zone", "UTC");
        properties.setProperty("hibernate.cache.use_query_cache", "false");
        properties.setProperty("hibernate.cache.use_second_level_cache", "false");
        properties.setProperty("hibernate.cache.use_structured_entries", "false");
        // without bean validation Hibernate checks nulls itself, and takes HAPI's unused partition id for an error
        properties.setProperty("jakarta.persistence.validation.mode", "none");
        properties.setProperty("hibernate.check_nullability", "false");
        return properties;
    }
}
