package org.plainclaim.server.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses criteria that do not exist or can not mean anything, before they turn into a wrong answer or a failure. */
final class CriterionCheck {
    private static final Map<String, RestSearchParameterTypeEnum> COMMON = Map.of(
            "_id", RestSearchParameterTypeEnum.TOKEN,
            "_lastUpdated", RestSearchParameterTypeEnum.DATE,
            "_tag", RestSearchParameterTypeEnum.TOKEN,
            "_security", RestSearchParameterTypeEnum.TOKEN,
            "_profile", RestSearchParameterTypeEnum.URI,
            "_source", RestSearchParameterTypeEnum.URI);
    private static final Map<RestSearchParameterTypeEnum, Set<String>> MODIFIERS = Map.of(
            RestSearchParameterTypeEnum.STRING, Set.of("missing", "exact", "contains"),
            RestSearchParameterTypeEnum.TOKEN, Set.of("missing", "text", "not", "of-type"),
            RestSearchParameterTypeEnum.URI, Set.of("missing", "above", "below"));
    private static final Pattern NUMBER =
            Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb|ap)?[-+]?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?");

    private static final Pattern POSITION = Pattern.compile(
            "-?[0-9]{1,3}(\\.[0-9]+)?\\|-?[0-9]{1,3}(\\.[0-9]+)?(\\|([0-9]+(\\.[0-9]+)?)?(\\|[a-z_\\[\\]]*)?)?");

    private static final Pattern DATE = Pattern.compile("(eq|ne|gt|lt|ge|le|sa|eb|ap)?([0-9].*)");

    private final ISearchParamRegistry parameters;

    CriterionCheck(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    /** Whether the type has this parameter. */
    boolean isKnown(String type, Criterion criterion) {
        return criterion.name().equals("_has") || typeOf(type, criterion.name()) != null;
    }

    /** What to say of a parameter that the type does not have. */
    InvalidRequestException unknown(String type, Criterion criterion) {
        Collection<RuntimeSearchParam> known = parameters
                .getActiveSearchParams(type, SearchParamLookupContextEnum.SEARCH)
                .values();
        return new InvalidRequestException("'" + criterion.sent() + "' is not a search parameter of " + type
                + " here; use one of "
                + known.stream().map(RuntimeSearchParam::getName).sorted().collect(Collectors.joining(", "))
                + ", or send Prefer: handling=lenient to have it ignored.");
    }

    /** Checks modifier and values of a known parameter. */
    void check(String type, Criterion criterion) {
        RestSearchParameterTypeEnum kind = typeOf(type, criterion.name());
        if (kind == null || !criterion.chain().isEmpty()) {
            return;
        }
        checkModifier(kind, criterion);
        checkValues(kind, criterion);
    }

    private static void checkValues(RestSearchParameterTypeEnum kind, Criterion criterion) {
        if (criterion.modifier().equals("missing")) {
            requireAll(criterion, Pattern.compile("true|false"), "true or false");
        } else if (kind == RestSearchParameterTypeEnum.NUMBER) {
            requireAll(criterion, NUMBER, "a number such as 5, ge5 or 5.40");
        } else if (kind == RestSearchParameterTypeEnum.QUANTITY) {
            requireAll(
                    criterion, Pattern.compile(NUMBER + "(\\|[^|]*(\\|[^|]*)?)?"), "a quantity such as ge5 or 5.4||mg");
        } else if (kind == RestSearchParameterTypeEnum.DATE) {
            criterion.values().forEach(CriterionCheck::requireDate);
        } else if (kind == RestSearchParameterTypeEnum.SPECIAL) {
            requireAll(criterion, POSITION, "latitude|longitude|distance|unit such as 38.9|-77.0|10|km");
        } else if (kind == RestSearchParameterTypeEnum.TOKEN) {
            requireAll(criterion, Pattern.compile("(?!\\|$)(?s).*"), "a code, system|code or system|");
        }
    }

    private static void checkModifier(RestSearchParameterTypeEnum kind, Criterion criterion) {
        String modifier = criterion.modifier();
        if (modifier.isEmpty()) {
            return;
        }
        if (criterion.name().equals("_id")) {
            throw new InvalidRequestException("'" + criterion.sent() + "' is not possible; _id takes no modifier.");
        }
        boolean typed = kind == RestSearchParameterTypeEnum.REFERENCE && Character.isUpperCase(modifier.charAt(0));
        if (!typed && !MODIFIERS.getOrDefault(kind, Set.of("missing")).contains(modifier)) {
            throw new InvalidRequestException("The modifier of '" + criterion.sent() + "' is not supported for a "
                    + kind.getCode() + " parameter; use "
                    + String.join(
                            ", ",
                            MODIFIERS.getOrDefault(kind, Set.of("missing")).stream()
                                    .sorted()
                                    .toList())
                    + " or none.");
        }
    }

    private static void requireDate(String value) {
        if (value.isEmpty()) {
            return;
        }
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            throw DatePredicates.notADate(value);
        }
        DatePredicates.interval(date.group(2));
    }

    private static void requireAll(Criterion criterion, Pattern pattern, String expected) {
        for (String value : criterion.values()) {
            if (!value.isEmpty() && !pattern.matcher(value).matches()) {
                throw new InvalidRequestException(
                        "'" + value + "' is not a value for " + criterion.sent() + "; write " + expected + ".");
            }
        }
    }

    private @Nullable RestSearchParameterTypeEnum typeOf(String type, String name) {
        if (COMMON.containsKey(name)) {
            return COMMON.get(name);
        }
        RuntimeSearchParam known = name.startsWith("_") && !name.equals("_language")
                ? null
                : parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH);
        return known == null ? null : known.getParamType();
    }
}
