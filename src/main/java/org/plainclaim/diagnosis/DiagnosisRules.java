package org.plainclaim.diagnosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** The diagnosis rules of one payer, made ready once. */
public final class DiagnosisRules {
    /** A situation of which nothing is known. */
    static final Situation NOTHING = Situation.EMPTY;

    private static final Column DATE = Column.of("date");
    private static final int CLAIM_LIMIT = 12;

    private final CodeDates dates;
    private final SingleRules single;
    private final PairRules pairs;
    private final OrderRules order;
    private final AdditionalRules additional;
    private final WordRules words;
    private final LinePointers pointers;
    private final CountRules counts;

    public DiagnosisRules(RuleBook book) {
        dates = new CodeDates(book.codes());
        single = new SingleRules(book);
        pairs = new PairRules(book);
        order = new OrderRules(book);
        additional = new AdditionalRules(book);
        words = new WordRules(book);
        pointers = new LinePointers(book);
        counts = new CountRules(book);
    }

    /**
     * Leaves out what may not be on a claim, orders the rest, and looks at every diagnosis rule that holds on the date.
     *
     * @param documented in the order of the EHR
     * @param session facts of the session, such as the age of the patient
     */
    public DiagnosisSequence sequence(List<Diagnosis> documented, Situation session, LocalDate date) {
        Said said = new Said(date);
        DiagnosisFacts facts = new DiagnosisFacts(dates, session.with(DATE, new Fact<>(date, List.of())), date);
        List<Seen> all = new ArrayList<>(documented.size());
        for (Diagnosis diagnosis : documented) {
            all.add(facts.of(diagnosis));
        }
        List<Seen> used = order.order(pairs.use(counts.once(single.use(all, said), said), said), said);
        List<Seen> kept = counts.most(used, CLAIM_LIMIT, said);
        single.check(kept, said);
        additional.check(kept, said);
        words.check(kept, said);
        List<Diagnosis> diagnoses = new ArrayList<>(kept.size());
        for (Seen seen : kept) {
            diagnoses.add(seen.diagnosis());
        }
        return new DiagnosisSequence(diagnoses, said.findings(), pointers);
    }
}
