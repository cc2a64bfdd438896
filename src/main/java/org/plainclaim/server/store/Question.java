package org.plainclaim.server.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of the store: which resources there are of a kind.
 *
 * @param kind how they are found
 * @param type type of the resource that is named; empty for {@link Kind#TOKEN}
 * @param id its id; empty for {@link Kind#TOKEN}
 * @param path element that refers to it, as HAPI writes it; empty for others than {@link Kind#REFERRING}
 * @param hash HAPI's hash of the token; 0 for others
 * @param span days that they have to be of; null for all
 * @param most how many at most: the last ones
 */
public record Question(Kind kind, String type, String id, String path, long hash, @Nullable Span span, int most) {
    private static final PartitionSettings SAME_IN_ALL = new PartitionSettings();

    /** How resources are found. */
    public enum Kind {
        /** The one of a type and id. */
        NAMED,
        /** Those that refer to the one of a type and id. */
        REFERRING,
        /** Those with a token, such as an identifier. */
        TOKEN
    }

    /**
     * Days that a resource reaches, by a date that it is indexed by.
     *
     * @param identity HAPI's hash of the index
     * @param first first day, as {@code 20260131}
     * @param last last day
     * @param codes hashes of tokens of which it has one; none if it need not have any
     */
    public record Span(long identity, int first, int last, List<Long> codes) {
        private static final int MONTH = 100;

        public Span {
            codes = List.copyOf(codes);
        }

        private static int ordinal(LocalDate day) {
            return (day.getYear() * MONTH + day.getMonthValue()) * MONTH + day.getDayOfMonth();
        }
    }

    /** The resource of a type and id. */
    public static Question named(String type, String id) {
        return new Question(Kind.NAMED, type, id, "", 0, null, Integer.MAX_VALUE);
    }

    /**
     * What refers to a resource, which need not be stored itself.
     *
     * @param reference {@code Type/id}
     * @param path such as {@code Coverage.beneficiary}
     */
    public static Question referring(String reference, String path) {
        int slash = reference.indexOf('/');
        String type = reference.substring(0, Math.max(slash, 0));
        return new Question(Kind.REFERRING, type, reference.substring(slash + 1), path, 0, null, Integer.MAX_VALUE);
    }

    /** What has a token, by the search parameter of its type. */
    public static Question token(String type, String parameter, String system, String value) {
        return new Question(Kind.TOKEN, "", "", "", hash(type, parameter, system, value), null, Integer.MAX_VALUE);
    }

    /** HAPI's hash of a token. */
    public static long hash(String type, String parameter, String system, String value) {
        return ResourceIndexedSearchParamToken.calculateHashSystemAndValue(
                SAME_IN_ALL, (RequestPartitionId) null, type, parameter, system, value);
    }

    /** The same of some days only, by a date parameter of a type. */
    public Question within(String ofType, String parameter, LocalDate first, LocalDate last) {
        long identity = BaseResourceIndexedSearchParam.calculateHashIdentity(
                SAME_IN_ALL, (RequestPartitionId) null, ofType, parameter);
        Span days = new Span(identity, Span.ordinal(first), Span.ordinal(last), List.of());
        return new Question(kind, type, id, path, hash, days, most);
    }

    /** The same of some days, with one of some tokens only. */
    public Question having(Collection<Long> codes) {
        Span days = span;
        if (days == null) {
            throw new IllegalStateException("codes are asked for within days only");
        }
        Span coded = new Span(days.identity(), days.first(), days.last(), List.copyOf(codes));
        return new Question(kind, type, id, path, hash, coded, most);
    }

    /** The same, but not more than the last ones: by date if days were said, else in the order they were created. */
    public Question atMost(int count) {
        return new Question(kind, type, id, path, hash, span, count);
    }
}
