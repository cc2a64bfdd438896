/**
 * What a person has to do: one item for each thing, with owner, reason, money at stake and due date.
 *
 * <p>Input: findings, answers of payers and what people did. Output: items in a state, with their history.
 */
@NullMarked
package org.plainclaim.work;

import org.jspecify.annotations.NullMarked;
