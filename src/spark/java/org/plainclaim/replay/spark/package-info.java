/**
 * Runs a replay on Apache Spark: embedded on all cores of this machine, or on a cluster by {@code spark-submit}.
 *
 * <p>In: the options of a replay. Out: the report on standard output. All that is known of sessions and rules is in
 * {@code org.plainclaim.replay}, which does not know Spark.
 */
package org.plainclaim.replay.spark;
