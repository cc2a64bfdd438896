package org.plainclaim.x12;

/** Holds the counts and control numbers of the end of an envelope against those of its beginning. */
final class Envelope {
    private final SegmentFeed.Sink sink;
    private final Level interchange = new Level("interchange", "ISA", "IEA");
    private final Level group = new Level("group", "GS", "GE");
    private final Level transaction = new Level("transaction", "ST", "SE");

    Envelope(SegmentFeed.Sink sink) {
        this.sink = sink;
    }

    private static final class Level {
        private final String name;
        private final String first;
        private final String last;
        private boolean open;
        private String control = "";
        private long inside;

        private Level(String name, String first, String last) {
            this.name = name;
            this.first = first;
            this.last = last;
        }
    }

    void accept(String id, Said.Source segment, long position) {
        transaction.inside++;
        switch (id) {
            case "ISA" -> begin(interchange, segment.text(13, 1), position);
            case "GS" -> {
                interchange.inside++;
                begin(group, segment.text(6, 1), position);
            }
            case "ST" -> {
                group.inside++;
                begin(transaction, segment.text(2, 1), position);
                transaction.inside = 1;
            }
            case "SE" -> end(transaction, segment, position);
            case "GE" -> end(group, segment, position);
            case "IEA" -> end(interchange, segment, position);
            default -> {
                if (!transaction.open && !id.equals("TA1")) {
                    sink.envelopeFault(position, "a segment outside of any transaction");
                }
            }
        }
    }

    private void begin(Level level, String control, long position) {
        if (level.open) {
            sink.envelopeFault(position, level.first + " before the " + level.last + " of the one before");
        }
        level.open = true;
        level.control = control;
        level.inside = 0;
    }

    private void end(Level level, Said.Source segment, long position) {
        if (!level.open) {
            sink.envelopeFault(position, level.last + " without " + level.first);
            return;
        }
        level.open = false;
        if (!segment.text(1, 1).replaceFirst("^0+(?=.)", "").equals(Long.toString(level.inside))) {
            sink.envelopeFault(position, level.last + " does not have the count " + level.inside);
        }
        if (!segment.text(2, 1).equals(level.control)) {
            sink.envelopeFault(position, level.last + " does not have the control number of its " + level.first);
        }
    }

    void finish(long position) {
        for (Level level : new Level[] {transaction, group, interchange}) {
            if (level.open) {
                sink.envelopeFault(position, "the file ends inside of a " + level.name);
            }
        }
        if (position == 0) {
            sink.envelopeFault(0, "the file has no segment");
        }
    }
}
