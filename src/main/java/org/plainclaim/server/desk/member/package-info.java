/**
 * The card of a member: coverages, and what the payer last said of them.
 *
 * <p>Input: the id of a Patient. Output: coverages in their order, benefits, and the question to ask now.
 */
@NullMarked
package org.plainclaim.server.desk.member;

import org.jspecify.annotations.NullMarked;
