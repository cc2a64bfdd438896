package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of what standardized instruments say: scored, looked at again, and answered where they warn. */
final class MeasureChecks {
    private static final String ANY = "any";
    private static final String WITHIN = " within ";
    private static final String NONE_SENT = "No measure was sent as an Observation or a QuestionnaireResponse.";

    private MeasureChecks() {}

    /** The detail names instruments and days: {@code phq-9|gad-7 within 14}; {@code any} is every instrument known here. */
    static Finding scored(Inspection look) {
        String detail = look.requirement().detail();
        int end = detail.indexOf(WITHIN);
        LocalDate date = look.session().time().dateOfService().value();
        if (date == null) {
            return look.notChecked(
                    "The date of service is not known.", look.session().time().dateOfService());
        }
        LocalDate from = date.minusDays(Integer.parseInt(detail.substring(end + WITHIN.length())));
        return among(look, detail.substring(0, end), day -> !day.isBefore(from));
    }

    /** The detail names the instruments; the time is that of the treatment plan. */
    static Finding outcome(Inspection look) {
        Fact<LocalDate> from = look.session().plan().from();
        LocalDate start = from.value();
        return start == null
                ? look.notChecked("When the treatment plan began is not known.", from)
                : among(look, look.requirement().detail(), day -> !day.isBefore(start));
    }

    private static Finding among(Inspection look, String instruments, Predicate<LocalDate> inTime) {
        List<ClinicalMeasure> sent = look.session().measures();
        if (sent.isEmpty()) {
            return look.notChecked(
                    NONE_SENT, Fact.unknown(Evidence.missing(look.session().encounter(), "Observation.code")));
        }
        Set<String> asked = Set.of(instruments.split("\\|", -1));
        List<Evidence> looked = new ArrayList<>();
        for (ClinicalMeasure measure : sent) {
            looked.addAll(measure.score().evidence());
            boolean meant =
                    asked.contains(ANY) || asked.contains(measure.instrument().id());
            if (meant && measure.comparable() && inTime.test(measure.takenOn().get())) {
                return look.verdict(true, measure.score());
            }
        }
        return look.failed(looked);
    }

    /** The detail is the section of the note that has to take up what an answer raised. */
    static Finding takenUp(Inspection look) {
        Note note = look.session().note();
        Fact<?> raised = look.situation().fact("measure-flag");
        if (!note.reference().known() || !note.structured()) {
            return look.notChecked("The note can not be read by its sections.", raised, note.reference());
        }
        Evidence section = note.sections().get(look.requirement().detail());
        Fact<String> there = section == null
                ? Fact.unknown(Evidence.missing(note.reference().get(), "Composition.section"))
                : Fact.of("present", section);
        return look.verdict(section != null, raised, there);
    }
}
