package org.plainclaim.advice;

import java.util.function.Consumer;

/**
 * One truthful answer to a question, and what it fills in.
 *
 * @param answer in words
 * @param fill fills it in where nothing is documented
 */
record Filling(String answer, Consumer<Filled> fill) {}
