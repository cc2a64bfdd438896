package org.plainclaim.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One change of state: who did it, when and why.
 *
 * @param from state before; for the first step the state after it
 * @param to state after
 * @param who reference of the person; {@link #PLAINCLAIM} if nobody did it
 * @param when the moment
 * @param why one sentence; may be empty where the state says it
 */
public record Step(WorkState from, WorkState to, String who, Instant when, String why) {
    /** Who does what follows from findings. */
    public static final String PLAINCLAIM = "Plainclaim";

    /** Why this step may not be made, one sentence each; empty if it may. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (!from.mayBecome(to)) {
            objections.add(
                    from.open()
                            ? "What is " + from.code() + " can not become " + to.code() + "."
                            : "What is " + from.code() + " is opened again only when its cause comes back.");
        } else if (!from.open() && !byPlainclaim()) {
            objections.add("What is " + from.code() + " is opened again only when its cause comes back.");
        }
        if (to == WorkState.SETTLED && !byPlainclaim()) {
            objections.add("Only the end of the cause settles it; say that it is done or cancelled.");
        }
        if (who.isEmpty() && needsPerson()) {
            objections.add("Say who: " + to.code() + " needs a person.");
        }
        if (why.isBlank() && (to == WorkState.WAITING || to == WorkState.CANCELLED)) {
            objections.add("Say why: " + to.code() + " needs a reason.");
        }
        return List.copyOf(objections);
    }

    private boolean needsPerson() {
        return to == WorkState.CLAIMED || to == WorkState.IN_PROGRESS || to == WorkState.DONE;
    }

    private boolean byPlainclaim() {
        return who.equals(PLAINCLAIM);
    }

    /** The step in words. */
    public String text() {
        String moved = from == to ? to.code() : from.code() + " -> " + to.code();
        return why.isBlank() ? moved : moved + ": " + why;
    }
}
