package org.plainclaim.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person has to do.
 *
 * @param key what makes it one thing, such as {@code Claim/7/scrub/e07}: raised twice it is still one
 * @param owner whose work it is
 * @param reason stable code of why: the id of a rule or edit, or a kind such as {@code unmatched-payment-line}
 * @param message what is the matter, in one sentence
 * @param fix the next step, in one sentence
 * @param focus reference of what it is about, such as {@code Claim/7}
 * @param patient reference of the patient; empty if none is known
 * @param money dollars that depend on it; null if that can not be told
 * @param due the last day on which it still helps; null if there is no such day
 */
public record WorkItem(
        String key,
        Owner owner,
        String reason,
        String message,
        String fix,
        String focus,
        String patient,
        @Nullable BigDecimal money,
        @Nullable LocalDate due) {
    /** What it is one thing of: the key up to the last slash; the key itself if it has none. */
    public String cause() {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
