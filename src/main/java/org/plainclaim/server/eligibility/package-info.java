/**
 * Asks about eligibility: when an EHR does, when an appointment is booked, the day before, and when a claim is to leave.
 *
 * <p>Input: requests, appointments, claims and files of payers. Output: stored requests and responses, and things to do
 * where an answer changed.
 */
@NullMarked
package org.plainclaim.server.eligibility;

import org.jspecify.annotations.NullMarked;
