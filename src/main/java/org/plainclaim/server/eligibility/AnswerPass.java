package org.plainclaim.server.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.eligibility.AnswerHeader;
import org.plainclaim.x12.eligibility.AnswerListener;
import org.plainclaim.x12.eligibility.AnswerReader;

/** Reads a 271: the answers of a transaction count only if the transaction is whole. */
final class AnswerPass {
    private static final int MOST_OF_ONE = 10_000;

    private AnswerPass() {}

    /** A file that is read from its beginning. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Who answers through a partner. */
    static Origin origin(TradingPartner partner) {
        return "simulator".equals(partner.address().getScheme()) ? Origin.SIMULATOR : Origin.PAYER;
    }

    /** Hands over the answers of each transaction that is whole; the rest is told. */
    static List<String> read(Source file, Origin origin, Consumer<EligibilityAnswer> taken) throws IOException {
        Pass pass = new Pass(origin, taken);
        try (InputStream in = file.open()) {
            AnswerReader.read(in, pass);
        }
        return List.copyOf(pass.refused);
    }

    private static final class Pass implements AnswerListener {
        private final Origin origin;
        private final Consumer<EligibilityAnswer> taken;
        private final List<EligibilityAnswer> open = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();

        private Pass(Origin origin, Consumer<EligibilityAnswer> taken) {
            this.origin = origin;
            this.taken = taken;
        }

        @Override
        public void answer(AnswerHeader header, EligibilityAnswer answer) {
            if (open.size() < MOST_OF_ONE) {
                open.add(from(answer));
            } else if (open.size() == MOST_OF_ONE) {
                refused.add("271: a transaction with more than " + MOST_OF_ONE + " members");
            }
        }

        private EligibilityAnswer from(EligibilityAnswer answer) {
            EligibilityAnswer.Heading said = answer.heading();
            return new EligibilityAnswer(
                    new EligibilityAnswer.Heading(
                            said.trace(), origin, said.outcome(), said.at(), said.payerId(), said.payerName()),
                    answer.member(),
                    answer.benefits(),
                    answer.plan(),
                    answer.rejects());
        }

        @Override
        public void closed(List<InterchangeFault> faults) {
            if (faults.isEmpty()) {
                open.forEach(taken);
            }
            tell(faults);
            open.clear();
        }

        @Override
        public void ended(List<InterchangeFault> faults) {
            tell(faults);
        }

        private void tell(List<InterchangeFault> faults) {
            faults.stream()
                    .limit(10)
                    .forEach(fault -> refused.add("271: segment " + fault.segment() + ": " + fault.message()));
        }
    }
}
