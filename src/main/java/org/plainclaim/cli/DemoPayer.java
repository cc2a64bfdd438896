package org.plainclaim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The simulated payer of the demo, in a folder that is gone when the demo ends. */
final class DemoPayer implements AutoCloseable {
    private static final List<String> PARTNERS = List.of(
            "id,payers,address,sender,receiver,submitter,phone,production",
            "try-out,SRHP1|MEDB1,simulator:try-out,LINDENST,TRYOUT,LINDEN STREET,7175550114,no");

    /** Family sessions want an authorization that the examples do not have. */
    private static final List<String> SCENARIO = List.of(
            "code=90847 authorization=none : deny=CO-197", "payer=SRHP1 : copay=25", "payer=MEDB1 : coinsurance=20");

    private final Path folder;

    private DemoPayer(Path folder) {
        this.folder = folder;
    }

    static DemoPayer open() {
        try {
            Path folder = Files.createTempDirectory("plainclaim-demo");
            Files.write(folder.resolve("partners.csv"), PARTNERS);
            Files.write(Files.createDirectories(folder.resolve("try-out")).resolve("scenario.txt"), SCENARIO);
            return new DemoPayer(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of trading partners that names it. */
    Path partners() {
        return folder.resolve("partners.csv");
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
