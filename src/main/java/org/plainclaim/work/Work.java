package org.plainclaim.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A thing to do with where it stands and how it came there.
 *
 * @param item the thing
 * @param state where it stands
 * @param history every step since it was raised, or since it was read, in order; the last one led to the state
 */
public record Work(WorkItem item, WorkState state, List<Step> history) {
    public Work {
        history = List.copyOf(history);
    }

    /** A thing that was not there before. */
    public static Work raised(WorkItem item, Instant when) {
        Step first = new Step(WorkState.READY, WorkState.READY, Step.PLAINCLAIM, when, item.message());
        return new Work(item, WorkState.READY, List.of(first));
    }

    /** The same cause once more: what is open is brought up to date, what is closed is opened again. */
    public Work again(WorkItem latest, Instant when) {
        if (state.open()) {
            return new Work(latest, state, history);
        }
        Step opened = new Step(state, WorkState.READY, Step.PLAINCLAIM, when, latest.message());
        return new Work(latest, state, history).after(opened);
    }

    /** The cause is gone; what is closed stays as it is. */
    public Work settled(String because, Instant when) {
        return state.open() ? after(new Step(state, WorkState.SETTLED, Step.PLAINCLAIM, when, because)) : this;
    }

    /**
     * After a step.
     *
     * @throws IllegalArgumentException if it may not be made; ask it for its objections first
     */
    public Work after(Step step) {
        if (step.from() != state || !step.objections().isEmpty()) {
            throw new IllegalArgumentException("no step from " + state.code() + ": " + step.objections());
        }
        List<Step> longer = new ArrayList<>(history);
        longer.add(step);
        return new Work(item, step.to(), longer);
    }

    /** True if it was closed once and its cause came back. */
    public boolean reopened() {
        return state == WorkState.READY
                && !history.isEmpty()
                && !history.get(history.size() - 1).from().open();
    }
}
