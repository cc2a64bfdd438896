package org.plainclaim.replay.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lines of an export: of NDJSON files, or of the column of Parquet files that holds resources as JSON. */
final class ExportLines {
    private static final List<String> COLUMNS = List.of("resource", "json", "value", "raw");

    private ExportLines() {}

    /**
     * All lines.
     *
     * @throws IllegalArgumentException if there is no export, or no column with resources; the message says what to do
     */
    static Dataset<byte[]> of(SparkSession spark, String from) {
        boolean parquet = has(spark, from, ".parquet");
        if (!parquet && !has(spark, from, ".ndjson") && !has(spark, from, ".ndjson.gz")) {
            throw new IllegalArgumentException(
                    "There is no export in " + from + ": it has no file ending in .ndjson or .parquet.");
        }
        Dataset<Row> rows = parquet
                ? spark.read().option("recursiveFileLookup", true).parquet(from)
                : ofText(spark, from);
        return rows.select(new Column(column(rows)).cast("binary")).as(Encoders.BINARY());
    }

    /** The lines of NDJSON files, as text in one column. */
    static Dataset<Row> ofText(SparkSession spark, String from) {
        return spark.read()
                .option("recursiveFileLookup", true)
                .option("pathGlobFilter", "*.{ndjson,ndjson.gz}")
                .text(from);
    }

    private static String column(Dataset<Row> rows) {
        return COLUMNS.stream()
                .filter(name -> Arrays.asList(rows.columns()).contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The Parquet files have the columns "
                        + String.join(", ", rows.columns()) + "; name the one with the resources as JSON "
                        + String.join(" or ", COLUMNS) + "."));
    }

    private static boolean has(SparkSession spark, String from, String ending) {
        Path path = new Path(from);
        try {
            FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
            RemoteIterator<LocatedFileStatus> inside = files.listFiles(path, true);
            while (inside.hasNext()) {
                if (inside.next().getPath().getName().endsWith(ending)) {
                    return true;
                }
            }
            return false;
        } catch (java.io.FileNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(from + " can not be read", e);
        }
    }
}
