package org.plainclaim.replay.spark;

import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Copies an export of NDJSON into Parquet with one column, {@code resource}, from which it can be replayed as well. */
public final class ParquetCopy {
    private static final int BAD_QUESTION = 2;

    private ParquetCopy() {}

    /** Arguments: where the export is, and the folder for the copy; what is there already is not replaced. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("Say where the export is and where its copy goes.");
            System.exit(BAD_QUESTION);
        }
        SparkSession spark =
                SparkSession.builder().appName("plainclaim parquet copy").getOrCreate();
        try {
            ExportLines.ofText(spark, arguments[0])
                    .toDF("resource")
                    .write()
                    .mode(SaveMode.ErrorIfExists)
                    .parquet(arguments[1]);
        } finally {
            spark.stop();
        }
    }
}
