/**
 * What happens to servers: processes are killed, databases go away, disks are full and clocks jump, while an EHR pushes and offices
 * bill. In the end nothing acknowledged is missing, nothing is there by half, and nothing twice.
 */
@NullMarked
package org.plainclaim.server.fault;

import org.jspecify.annotations.NullMarked;
