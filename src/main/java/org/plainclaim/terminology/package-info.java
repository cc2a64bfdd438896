/**
 * Reading the terminology folder.
 *
 * <p>Input: the CSV files of {@code terminology/}, from the class path or a folder. Output: a checked rule library, or
 * one report of every fault as {@code file:line: column: what is wrong}.
 */
@NullMarked
package org.plainclaim.terminology;

import org.jspecify.annotations.NullMarked;
