package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/** States how a virtual session was held, or where the patient was: a place that the practice knows. */
public final class SettingDeed implements Deed {
    private static final Set<String> TECHNOLOGIES = Set.of("audio-video", "audio-only");

    @Override
    public String address() {
        return "sessions/{id}/setting";
    }

    @Override
    public Reply act(Visit visit) {
        String back = "sessions/" + visit.step("id");
        String technology = visit.field("technology");
        String place = visit.field("place");
        ObjectNode encounter = Chart.of(visit).encounter().deepCopy();
        if (TECHNOLOGIES.contains(technology)) {
            Mending.extension(encounter, "telehealth-modality").put("valueCode", technology);
        } else if (place.matches("[A-Za-z0-9.-]{1,64}")) {
            encounter.putArray("location").addObject().putObject("location").put("reference", "Location/" + place);
        } else {
            return new Reply.Moved(back, "no-setting");
        }
        visit.fhir().put(encounter);
        return new Reply.Moved(back, "setting");
    }
}
