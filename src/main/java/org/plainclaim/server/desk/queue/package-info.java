/**
 * What people have to do, by role.
 *
 * <p>Input: a role and a state. Output: one page of Tasks with owner, due date and money, and the steps that a person
 * may take with each of them.
 */
@NullMarked
package org.plainclaim.server.desk.queue;

import org.jspecify.annotations.NullMarked;
