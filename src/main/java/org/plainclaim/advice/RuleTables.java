package org.plainclaim.advice;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.diagnosis.DiagnosisTables;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.edit.EditTables;
import org.plainclaim.rules.TableSchema;

/** Every table the engine reads. */
public final class RuleTables {
    public static final List<TableSchema> ALL = all();

    private RuleTables() {}

    private static List<TableSchema> all() {
        List<TableSchema> all = new ArrayList<>();
        all.add(SessionSituations.TAXONOMY);
        all.add(Requirements.TABLE);
        all.add(ServiceDetail.TABLE);
        all.add(SessionSituations.PATIENT_STATUS);
        all.addAll(CodingTables.ALL);
        all.addAll(DiagnosisTables.ALL);
        all.addAll(EditTables.ALL);
        all.add(AdviceTables.QUESTIONS);
        return List.copyOf(all);
    }
}
