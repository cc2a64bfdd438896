package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;

/**
 * A diagnosis of the session.
 *
 * @param condition reference of the condition
 * @param code ICD-10-CM code, with its dot
 * @param verification verification status, such as {@code confirmed} or {@code provisional}
 */
public record Diagnosis(String condition, Fact<String> code, Fact<String> verification) {}
