package org.plainclaim.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.plainclaim.documentation.SessionDocumentation;

/**
 * Facts filled in where nothing is documented.
 *
 * @param steps what was filled in
 * @param change the session with them; never changes a fact that is documented
 */
record Amendment(List<Step> steps, UnaryOperator<SessionDocumentation> change) {
    Amendment {
        steps = List.copyOf(steps);
    }

    static Amendment of(Step step, UnaryOperator<SessionDocumentation> change) {
        return new Amendment(List.of(step), change);
    }

    /** Both, one after the other. */
    Amendment and(Amendment other) {
        List<Step> both = new ArrayList<>(steps);
        both.addAll(other.steps);
        return new Amendment(both, session -> other.change.apply(change.apply(session)));
    }
}
