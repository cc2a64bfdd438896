package org.plainclaim.server.search;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser;
import ca.uhn.fhir.jpa.search.builder.predicate.BaseQuantityPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.predicate.QuantityPredicateBuilder;
import ca.uhn.fhir.jpa.search.builder.sql.SearchQueryBuilder;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.QuantityParam;
import com.healthmarketscience.sqlbuilder.ComboCondition;
import com.healthmarketscience.sqlbuilder.Condition;
import jakarta.persistence.criteria.CriteriaBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** HAPI's condition on quantities, where a number stands for all that round to it: 5 is 4.5 up to 5.5, as R4 says. */
public final class QuantityRanges extends QuantityPredicateBuilder {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public QuantityRanges(SearchQueryBuilder sql) {
        super(sql);
    }

    @Override
    @SuppressWarnings("TooManyParameters")
    public Condition createPredicateQuantity(
            QuantityParam searched,
            String type,
            String parameter,
            @Nullable CriteriaBuilder unused,
            BaseQuantityPredicateBuilder from,
            SearchFilterParser.@Nullable CompareOperation operation,
            RequestPartitionId partition) {
        ParamPrefixEnum prefix = searched.getPrefix() == null ? ParamPrefixEnum.EQUAL : searched.getPrefix();
        boolean equal = prefix == ParamPrefixEnum.EQUAL;
        BigDecimal value = searched.getValue();
        if (value == null || (!equal && prefix != ParamPrefixEnum.NOT_EQUAL)) {
            return super.createPredicateQuantity(searched, type, parameter, unused, from, operation, partition);
        }
        BigDecimal half = HALF.scaleByPowerOfTen(-value.scale());
        var low = with(searched, equal ? ParamPrefixEnum.GREATERTHAN_OR_EQUALS : ParamPrefixEnum.LESSTHAN);
        var high = with(searched, equal ? ParamPrefixEnum.LESSTHAN : ParamPrefixEnum.GREATERTHAN_OR_EQUALS);
        Condition one = super.createPredicateQuantity(
                low.setValue(value.subtract(half)), type, parameter, unused, from, null, partition);
        Condition other = super.createPredicateQuantity(
                high.setValue(value.add(half)), type, parameter, unused, from, null, partition);
        return equal ? ComboCondition.and(one, other) : ComboCondition.or(one, other);
    }

    private static QuantityParam with(QuantityParam searched, ParamPrefixEnum prefix) {
        return new QuantityParam()
                .setPrefix(prefix)
                .setSystem(searched.getSystem())
                .setUnits(searched.getUnits());
    }
}
