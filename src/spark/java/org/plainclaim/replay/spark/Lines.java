package org.plainclaim.replay.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.util.LongAccumulator;
import org.plainclaim.replay.ExportLine;
import scala.Tuple2;

/** What becomes of single lines. */
final class Lines {
    private Lines() {}

    /** Those that sessions of all patients refer to. */
    static final class Shared implements FilterFunction<byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean call(byte[] line) {
            return ExportLine.isShared(line);
        }
    }

    /** Those of patients, each with whose it is. */
    static final class ByPatient implements MapPartitionsFunction<byte[], Tuple2<String, byte[]>> {
        private static final long serialVersionUID = 1;
        private final LongAccumulator astray;

        ByPatient(LongAccumulator astray) {
            this.astray = astray;
        }

        @Override
        public Iterator<Tuple2<String, byte[]>> call(Iterator<byte[]> lines) {
            return new Iterator<>() {
                private Tuple2<String, byte[]> next = advance();

                @Override
                public boolean hasNext() {
                    return next != null;
                }

                @Override
                public Tuple2<String, byte[]> next() {
                    Tuple2<String, byte[]> found = next;
                    next = advance();
                    return found;
                }

                private Tuple2<String, byte[]> advance() {
                    while (lines.hasNext()) {
                        byte[] line = lines.next();
                        ExportLine about = ExportLine.of(line);
                        if (about.ofPatient()) {
                            return new Tuple2<>(about.patient(), line);
                        }
                        if (about.astray()) {
                            astray.add(1);
                        }
                    }
                    return null;
                }
            };
        }
    }
}
