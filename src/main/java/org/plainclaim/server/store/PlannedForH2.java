package org.plainclaim.server.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Puts three kinds of statements of HAPI and Hibernate so that H2 finds the indexes for them; parameters and answers stay the same.
 *
 * <p>A list of pairs, {@code (a.RES_ID,a.PARTITION_ID) in ((?,?),(?,?))}, makes H2 2.3 join what follows by the number of the
 * partition alone, which reads every version that there is for each resource of a page. It becomes a list of the first of each
 * pair: a row is known by that, and the second one is what the search has asked for already.
 *
 * <p>Where a search is sorted, an outer join keeps H2 from choosing which table it begins with, and the first one written is that of all
 * resources. The index that is searched by is put first instead.
 *
 * <p>Resources by type and id, {@code (r.RES_TYPE=? and r.FHIR_ID=? or r.RES_TYPE=? and r.FHIR_ID=?)}, are looked for among all of
 * the practice, for H2 uses no index for an "or", and of a list none that begins with the practice. They become a list of pairs, and the
 * practice a value that no index is for.
 */
final class PlannedForH2 implements StatementInspector {
    private static final long serialVersionUID = 1;

    private static final String PAIR = "\\(\\?,\\?\\)";
    private static final Pattern PAIRS =
            Pattern.compile("\\((\\w+)\\.RES_ID,\\1\\.PARTITION_ID\\) in \\((" + PAIR + "(?:," + PAIR + ")*)\\)");
    private static final String FIRST_OF_PAIR = "coalesce(cast(? as bigint),cast(? as bigint))";

    private static final Pattern SORTED = Pattern.compile(
            "FROM HFJ_RESOURCE (\\w+) INNER JOIN (HFJ_SPIDX_\\w+ \\w+) (ON [^?]*?) LEFT OUTER JOIN (HFJ_SPIDX_)");

    private static final String NAMED = "\\w+\\.RES_TYPE=\\? and \\w+\\.FHIR_ID=\\?";
    private static final Pattern BY_ID = Pattern.compile(
            "(\\w+)\\.PARTITION_ID=\\? and \\(\\1\\.RES_TYPE=\\? and \\1\\.FHIR_ID=\\?((?: or " + NAMED + ")+)\\)");

    @Override
    public String inspect(String sql) {
        if (sql.contains(".FHIR_ID=? or ")) {
            return BY_ID.matcher(sql).replaceAll(found -> pairs(found.group(1), found.group(2)));
        }
        if (sql.contains(".PARTITION_ID) in ((?,?)")) {
            Matcher pairs = PAIRS.matcher(sql);
            return pairs.replaceAll(
                    found -> found.group(1) + ".RES_ID in (" + found.group(2).replace("(?,?)", FIRST_OF_PAIR) + ")");
        }
        return sql.contains(" LEFT OUTER JOIN HFJ_SPIDX_")
                ? SORTED.matcher(sql).replaceFirst("FROM $2 INNER JOIN HFJ_RESOURCE $1 $3 LEFT OUTER JOIN $4")
                : sql;
    }

    private static String pairs(String table, String others) {
        return table + ".PARTITION_ID+0=? and (" + table + ".RES_TYPE," + table + ".FHIR_ID) in ((?,?)"
                + others.replaceAll(" or " + NAMED, Matcher.quoteReplacement(",(?,?)")) + ")";
    }
}
