package org.plainclaim.replay;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** Replays a generated export in one thread without Spark: what the engine costs by itself. */
public final class ReplayTimes {
    private ReplayTimes() {}

    /** Arguments: folder, sessions, rules before, rules after, and how often. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        if (!java.nio.file.Files.isDirectory(folder)) {
            GeneratedExport.write(folder, Long.parseLong(args[1]), 1);
        }
        ReplaySetup setup =
                new ReplaySetup(RuleSource.named(args[2], null), RuleSource.named(args[3], null), null, null);
        Sides sides = Sides.load(setup);
        for (int i = 0; i < Integer.parseInt(args[4]); i++) {
            long cpu = cpu();
            Tally tally = ExportFolder.at(folder).replay(sides);
            System.out.printf(
                    "%d sessions, %.0f us CPU each%n",
                    tally.all().sessions(), (cpu() - cpu) / 1000.0 / tally.all().sessions());
            if (i == 0) {
                System.out.println(ReplayReport.of(setup, tally));
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
