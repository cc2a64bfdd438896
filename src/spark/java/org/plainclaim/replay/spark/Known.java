package org.plainclaim.replay.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.replay.Directory;
import org.plainclaim.replay.Replay;
import org.plainclaim.replay.ReplaySetup;
import org.plainclaim.replay.Sides;

/** What every executor has to know: the rules, loaded once in each, and the resources that all patients share. */
final class Known implements Serializable {
    private static final long serialVersionUID = 1;
    private final ReplaySetup setup;
    private final ArrayList<byte[]> shared;
    private transient Sides sides;

    Known(ReplaySetup setup, List<byte[]> shared) {
        this.setup = setup;
        this.shared = new ArrayList<>(shared);
    }

    /** A replay for one partition. */
    Replay replay() {
        return new Replay(sides(), Directory.of(shared));
    }

    private synchronized Sides sides() {
        if (sides == null) {
            sides = Sides.load(setup);
        }
        return sides;
    }
}
