package org.plainclaim.work;

import java.util.List;

/** Where things that people have to do are kept; it writes in the transaction of its caller. */
public interface WorkQueue {
    /** Raises a thing to do; one with the same key that is not done yet is brought up to date instead. */
    void raise(WorkItem item);

    /**
     * Says that a thing needs nobody any more; nothing happens if there is none.
     *
     * @param key its key
     * @param because why, in one sentence
     */
    void settle(String key, String because);

    /**
     * Says all that a cause needs now: each is raised, and what else was raised for it is settled.
     *
     * @param cause what the keys of all its things begin with, up to the last slash
     * @param items what it needs
     * @param because why the others need nobody any more, in one sentence
     */
    void replace(String cause, List<WorkItem> items, String because);
}
