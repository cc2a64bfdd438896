package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;

/**
 * The three elements of medical decision making, each {@code straightforward}, {@code low}, {@code moderate} or {@code
 * high}.
 */
public record MedicalDecision(Fact<String> problems, Fact<String> data, Fact<String> risk) {}
