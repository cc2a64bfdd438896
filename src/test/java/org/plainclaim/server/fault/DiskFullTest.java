package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.FreshServer;

/** The disk of the database is full while an EHR pushes and derives; the server says so, and goes on when there is room. */
final class DiskFullTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void needsADisk() throws IOException {
        assumeTrue(
                SmallDisk.isPossible(folder),
                "no small file system can be mounted here; that takes the rights of root");
    }

    @Test
    void overH2() throws IOException {
        try (SmallDisk disk = SmallDisk.in(folder.resolve("disk"));
                FreshServer server =
                        FreshServer.over("jdbc:h2:file:" + disk.folder().resolve("plainclaim"))) {
            fillsUp("H2", disk, server);
        }
    }

    @Test
    void overPostgreSql() throws IOException {
        try (SmallDisk disk = SmallDisk.in(folder.resolve("disk"));
                KilledPostgres database = KilledPostgres.in(disk.folder().resolve("data"));
                FreshServer server = FreshServer.over(database.url())) {
            fillsUp("PostgreSQL", disk, server);
        }
    }

    private static void fillsUp(String database, SmallDisk disk, FreshServer server) {
        try (DisturbedEhr ehr = DisturbedEhr.at(server)) {
            ehr.goesOn();
            disk.fills();
            ehr.isDisturbed();
            disk.empties();
            ehr.goesOn();
            assertTrue(ehr.account() > 0, "nothing happened to it");
            FaultTable.row("the disk of the database is full", 1, database, ehr);
        }
    }
}
