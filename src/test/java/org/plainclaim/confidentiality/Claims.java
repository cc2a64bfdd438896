package org.plainclaim.confidentiality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;

/** A claim of diagnoses, and of lines that point to them. */
final class Claims {
    private Claims() {}

    @SafeVarargs
    static Submission with(List<String> diagnoses, List<Integer>... pointers) {
        Person patient =
                new Person("DOE", "JANE", "", "", Shipped.DAY.minusYears(30), "F", new Address("", "", "", "", ""));
        Payer payer = new Payer("P1", "GOOD PAYER", "");
        List<Line> lines = new ArrayList<>();
        for (List<Integer> positions : pointers) {
            lines.add(new Line(
                    "L" + lines.size(),
                    Procedure.of("90837"),
                    "",
                    "",
                    Money.of("150"),
                    BigDecimal.ONE,
                    "11",
                    Shipped.DAY,
                    Shipped.DAY,
                    positions,
                    null,
                    "",
                    false,
                    List.of()));
        }
        return new Submission(
                new Heading(
                        "C1",
                        Form.PROFESSIONAL,
                        Frequency.ORIGINAL,
                        "",
                        "11",
                        null,
                        "",
                        "",
                        "",
                        Signatures.ON_FILE,
                        ""),
                Stay.NONE,
                Map.of(),
                patient,
                new Cover(1, payer, "CI", Cover.SELF, "M1", "", "", patient, null, null),
                List.of(),
                diagnoses,
                lines);
    }
}
