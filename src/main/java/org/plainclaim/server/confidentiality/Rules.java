package org.plainclaim.server.confidentiality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.DisclosureDecision;
import org.plainclaim.confidentiality.DisclosureRules;
import org.plainclaim.confidentiality.Labelling;
import org.plainclaim.confidentiality.LoweringRules;
import org.plainclaim.confidentiality.NeededDiagnoses;
import org.plainclaim.confidentiality.Notices;
import org.plainclaim.confidentiality.PatientConsent;
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
            Notices notices,
            LoweringRules lowering) {
        static Made of(RuleLibrary library) {
            RuleBook book = library.base();
            return new Made(
                    library,
                    new Labelling(book),
                    new ReadingRules(book),
                    new DisclosureRules(book),
                    new NeededDiagnoses(book),
                    new Notices(book),
                    new LoweringRules(book));
        }

        /** Decides; what has to have a notice that can not go along is not permitted. */
        DisclosureDecision decide(Disclosure asked, @Nullable List<PatientConsent> consents, Way way) {
            DisclosureDecision decision = disclosures.decide(asked, consents);
            if (!decision.permitted() || decision.notice().isEmpty()) {
                return decision;
            }
            String place = place(way, asked.day());
            if (place.isEmpty()) {
                return disclosures.withoutNotice(asked, decision, "notice-without-place");
            }
            return way.room() || place.equals(Notices.AGREEMENT)
                    ? decision
                    : disclosures.withoutNotice(asked, decision, "notice-without-room");
        }

        /** Where the notice stands, as the rows of the payer have it. */
        String place(Way way, LocalDate day) {
            return new Notices(library.book(way.book()).orElseGet(library::base)).place(way.name(), day);
        }
    }

    /**
     * A way of telling a payer.
     *
     * @param name such as {@code 837}
     * @param book id of the payer's rules; empty if it has none of its own
     * @param room false if something else stands where the notice has to
     */
    record Way(String name, String book, boolean room) {}

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
