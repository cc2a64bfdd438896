/**
 * Training over FHIR operations.
 *
 * <p>Input: the cases that ship and those of the site, and answers of learners. Output: cases without their answers, marks,
 * and how each learner got on, kept as a Basic resource for each learner and case, which only these operations reach.
 */
@NullMarked
package org.plainclaim.server.training;

import org.jspecify.annotations.NullMarked;
