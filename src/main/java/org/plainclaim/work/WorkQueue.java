package org.plainclaim.work;

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
}
