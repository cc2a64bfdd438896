package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets HAPI's migrator do what came after the release that the tables are of. */
final class SchemaUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);

    /** HAPI calls some tasks heavy, such as making an index of links; without them searches would be slow for ever. */
    private static final boolean INDEXES_TOO = true;

    private static final String NOTHING_LEFT_OUT = "";
    private static final boolean DRY_RUN = false;

    private SchemaUpgrade() {}

    static void apply(DataSource source, boolean postgres, VersionEnum from) {
        LOG.info("The tables are of HAPI {} and are brought to {}", from, SchemaMark.PRESENT);
        DriverTypeEnum driver = postgres ? DriverTypeEnum.POSTGRES_9_4 : DriverTypeEnum.H2_EMBEDDED;
        HapiMigrationStorageSvc done = new HapiMigrationStorageSvc(
                new HapiMigrationDao(source, driver, SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME));
        SchemaMigrator migrator = new SchemaMigrator(
                "HAPI",
                SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME,
                source,
                INDEXES_TOO,
                NOTHING_LEFT_OUT,
                DRY_RUN,
                new Properties(),
                after(from),
                done);
        migrator.setDriverType(driver);
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }

    private static MigrationTaskList after(VersionEnum from) {
        VersionEnum[] later = Arrays.stream(VersionEnum.values())
                .filter(version -> version.isNewerThan(from))
                .toArray(VersionEnum[]::new);
        return new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(later);
    }
}
