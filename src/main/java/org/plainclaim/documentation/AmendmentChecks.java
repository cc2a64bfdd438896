package org.plainclaim.documentation;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;

/** Checks of what was added to a note or changed in it: dated, signed, and what was there before kept. */
final class AmendmentChecks {
    private AmendmentChecks() {}

    static Finding signed(Inspection look) {
        return each(look, Amendment::signed, Amendment::signature);
    }

    static Finding dated(Inspection look) {
        return each(look, amendment -> amendment.date().known(), amendment -> amendment
                .date()
                .evidence());
    }

    /** A note that was changed in place does not say what it was before: nobody here can tell whether that was kept. */
    static Finding originalKept(Inspection look) {
        List<Amendment> inPlace = look.session().note().amendments().stream()
                .filter(amendment -> amendment.kind().is("amended"))
                .toList();
        return inPlace.isEmpty()
                ? each(look, amendment -> amendment.original().known(), amendment -> amendment
                        .original()
                        .evidence())
                : look.notChecked(
                        "The note was changed in place and does not say what it replaces.",
                        inPlace.get(0).original());
    }

    private static Finding each(
            Inspection look, Predicate<Amendment> right, Function<Amendment, List<Evidence>> evidence) {
        List<Amendment> all = look.session().note().amendments();
        List<Amendment> wrong = all.stream().filter(right.negate()).toList();
        List<Evidence> looked = (wrong.isEmpty() ? all : wrong)
                .stream()
                        .flatMap(amendment -> evidence.apply(amendment).stream())
                        .toList();
        return wrong.isEmpty() ? look.passed(looked) : look.failed(looked);
    }
}
