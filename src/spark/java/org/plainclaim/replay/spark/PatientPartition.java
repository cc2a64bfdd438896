package org.plainclaim.replay.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.plainclaim.replay.Replay;
import org.plainclaim.replay.Tally;
import scala.Tuple2;

/** Replays the patients of a partition, in which the lines of a patient follow each other. */
final class PatientPartition implements MapPartitionsFunction<Tuple2<String, byte[]>, Tally> {
    private static final long serialVersionUID = 1;
    private final Broadcast<Known> known;

    PatientPartition(Broadcast<Known> known) {
        this.known = known;
    }

    @Override
    public Iterator<Tally> call(Iterator<Tuple2<String, byte[]>> rows) {
        if (!rows.hasNext()) {
            return List.<Tally>of().iterator();
        }
        Replay replay = known.value().replay();
        String patient = "";
        List<byte[]> lines = new ArrayList<>();
        while (rows.hasNext()) {
            Tuple2<String, byte[]> row = rows.next();
            if (!row._1().equals(patient) && !lines.isEmpty()) {
                replay.patient(lines);
                lines = new ArrayList<>();
            }
            patient = row._1();
            lines.add(row._2());
        }
        replay.patient(lines);
        return List.of(replay.tally()).iterator();
    }
}
