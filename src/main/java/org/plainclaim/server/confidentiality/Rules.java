package org.plainclaim.server.confidentiality;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.DisclosureRules;
import org.plainclaim.confidentiality.Labelling;
import org.plainclaim.confidentiality.NeededDiagnoses;
import org.plainclaim.confidentiality.Notices;
import org.plainclaim.confidentiality.ReadingRules;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;

/** The rules of confidentiality as they are now. */
final class Rules {
    private final Supplier<RuleLibrary> library;
    private volatile @Nullable Made made;

    Rules(Supplier<RuleLibrary> library) {
        this.library = library;
    }

    /** All of one library. */
    record Made(
            RuleLibrary library,
            Labelling labelling,
            ReadingRules reading,
            DisclosureRules disclosures,
            NeededDiagnoses diagnoses,
            Notices notices) {
        static Made of(RuleLibrary library) {
            RuleBook book = library.base();
            return new Made(
                    library,
                    new Labelling(book),
                    new ReadingRules(book),
                    new DisclosureRules(book),
                    new NeededDiagnoses(book),
                    new Notices(book));
        }
    }

    /** Two may make them at once when the rules change; both make the same. */
    Made now() {
        RuleLibrary current = library.get();
        Made last = made;
        if (last == null || last.library() != current) {
            last = Made.of(current);
            made = last;
        }
        return Objects.requireNonNull(last);
    }
}
