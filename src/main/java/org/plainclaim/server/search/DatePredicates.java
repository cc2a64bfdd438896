package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser;
import ca.uhn.fhir.jpa.search.builder.predicate.DatePredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import com.healthmarketscience.sqlbuilder.ComboCondition;
import com.healthmarketscience.sqlbuilder.Condition;
import com.healthmarketscience.sqlbuilder.dbspec.basic.DbColumn;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Compares dates as R4 says: both sides are intervals, and every prefix means the same at every precision.
 *
 * <p>HAPI takes one end of a year or month for all of it. A day or coarser is compared with the days as written in the
 * resource, so a session that ended at 23:50 local time is found on that day; a time is compared with instants.
 */
public final class DatePredicates extends DatePredicateBuilder {
    private final DbColumn low = getColumnValueLow();
    private final DbColumn high = getTable().addColumn("SP_VALUE_HIGH");
    private final DbColumn firstDay = getTable().addColumn("SP_VALUE_LOW_DATE_ORDINAL");
    private final DbColumn lastDay = getTable().addColumn("SP_VALUE_HIGH_DATE_ORDINAL");

    public DatePredicates(SearchQueryBuilder sql) {
        super(sql);
    }

    @Override
    public Condition createPredicateDateWithoutIdentityPredicate(
            IQueryParameterType value, SearchFilterParser.@Nullable CompareOperation operation) {
        if (!(value instanceof DateParam date) || date.isEmpty()) {
            return super.createPredicateDateWithoutIdentityPredicate(value, operation);
        }
        DateInterval searched = interval(date.getValueAsString());
        ParamPrefixEnum prefix = date.getPrefix() == null ? ParamPrefixEnum.EQUAL : date.getPrefix();
        if (prefix == ParamPrefixEnum.APPROXIMATE) {
            searched = searched.approximately(Clock.systemUTC().instant());
        }
        return searched.wholeDays()
                ? compare(
                        prefix,
                        new Ends(
                                firstDay,
                                lastDay,
                                DateInterval.ordinal(searched.firstDay()),
                                DateInterval.ordinal(searched.lastDay())))
                : compare(prefix, new Ends(low, high, Date.from(searched.from()), Date.from(searched.to())));
    }

    static DateInterval interval(String date) {
        try {
            return DateInterval.of(date, ZoneId.systemDefault());
        } catch (DateTimeException malformed) {
            throw notADate(date);
        }
    }

    static InvalidRequestException notADate(String text) {
        return new InvalidRequestException(
                "'" + text + "' is not a date; write a year, month, day or time such as 2026, 2026-03, 2026-03-31 or"
                        + " 2026-03-31T14:05:00-05:00.");
    }

    private Condition compare(ParamPrefixEnum prefix, Ends ends) {
        return switch (prefix) {
            case EQUAL -> ComboCondition.and(startsFrom(ends), endsTo(ends));
            case NOT_EQUAL -> ComboCondition.or(startsBefore(ends), endsAfter(ends));
            case GREATERTHAN -> endsAfter(ends);
            case LESSTHAN -> startsBefore(ends);
            case GREATERTHAN_OR_EQUALS -> ComboCondition.or(endsAfter(ends), startsFrom(ends));
            case LESSTHAN_OR_EQUALS -> ComboCondition.or(startsBefore(ends), endsTo(ends));
            case STARTS_AFTER -> is(ends.low(), ParamPrefixEnum.GREATERTHAN, ends.to());
            case ENDS_BEFORE -> is(ends.high(), ParamPrefixEnum.LESSTHAN, ends.from());
            case APPROXIMATE -> ComboCondition.and(
                    is(ends.low(), ParamPrefixEnum.LESSTHAN_OR_EQUALS, ends.to()),
                    is(ends.high(), ParamPrefixEnum.GREATERTHAN_OR_EQUALS, ends.from()));
        };
    }

    private Condition startsFrom(Ends ends) {
        return is(ends.low(), ParamPrefixEnum.GREATERTHAN_OR_EQUALS, ends.from());
    }

    private Condition startsBefore(Ends ends) {
        return is(ends.low(), ParamPrefixEnum.LESSTHAN, ends.from());
    }

    private Condition endsTo(Ends ends) {
        return is(ends.high(), ParamPrefixEnum.LESSTHAN_OR_EQUALS, ends.to());
    }

    private Condition endsAfter(Ends ends) {
        return is(ends.high(), ParamPrefixEnum.GREATERTHAN, ends.to());
    }

    private Condition is(DbColumn column, ParamPrefixEnum comparator, Object value) {
        return createConditionForValueWithComparator(comparator, column, value);
    }

    /** The two columns of the index and the two ends of the searched interval, in the same unit. */
    private record Ends(DbColumn low, DbColumn high, Object from, Object to) {}
}
