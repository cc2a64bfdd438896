package org.plainclaim.fhir.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Stay;

/** Reads what only institutional claims, or those for inpatients, say. */
final class StayReader {
    /** A type of bill has four digits, of which the last is the frequency. */
    private static final int TYPE_OF_BILL = 4;

    private final ClaimReading reading;
    private final List<Element> information;

    StayReader(ClaimReading reading) {
        this.reading = reading;
        this.information = reading.claim().each("supportingInfo");
    }

    Stay read() {
        Optional<Element> days = ofCategory("hospitalized").findFirst();
        return new Stay(
                typeOfBill(),
                codes(Systems.CONDITION_CODE),
                day(days, "start"),
                day(days, "end"),
                first(Terms.ADMISSION_TYPE),
                first(Terms.ADMISSION_SOURCE),
                first(Terms.DISCHARGE_STATUS),
                reading.claim().each("diagnosis").stream()
                        .filter(DiagnosisList::admitting)
                        .map(DiagnosisList::code)
                        .findFirst()
                        .orElse(""),
                ofCategory("patientreasonforvisit")
                        .map(one -> ClaimReading.code(one.child("code"), Systems.ICD10CM))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    private String typeOfBill() {
        String bill = ClaimReading.code(reading.claim().child("subType"), Systems.TYPE_OF_BILL);
        return bill.length() == TYPE_OF_BILL ? bill.substring(0, TYPE_OF_BILL - 1) : bill;
    }

    private Stream<Element> ofCategory(String category) {
        return information.stream().filter(one -> ClaimReading.has(one.child("category"), Terms.INFORMATION, category));
    }

    /** A day alone is that of the admission. */
    private @Nullable LocalDate day(Optional<Element> days, String end) {
        if (days.isEmpty()) {
            return null;
        }
        Element date = days.get().child("timingDate");
        return reading.day(
                end.equals("start") && date.present()
                        ? date
                        : days.get().child("timingPeriod").child(end));
    }

    private List<String> codes(String system) {
        return information.stream()
                .map(one -> ClaimReading.code(one.child("code"), system))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private String first(String system) {
        return codes(system).stream().findFirst().orElse("");
    }
}
