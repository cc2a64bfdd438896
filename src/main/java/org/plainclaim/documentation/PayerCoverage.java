package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.Map;
import org.plainclaim.explanation.Fact;

/**
 * The coverage the claim goes to.
 *
 * @param reference reference of the coverage; unknown when there is none
 * @param status such as {@code active}
 * @param payer class of payer, such as {@code medicare} or {@code commercial}: the rule book
 * @param payor reference of the organization that pays
 * @param from first day covered
 * @param to last day covered; unknown when open
 * @param subscriberId id of the member at the payer
 * @param classes what else tells payers apart, by kind: {@code contractor}, {@code funder}, {@code state}
 */
public record PayerCoverage(
        Fact<String> reference,
        Fact<String> status,
        Fact<String> payer,
        Fact<String> payor,
        Fact<LocalDate> from,
        Fact<LocalDate> to,
        Fact<String> subscriberId,
        Map<String, Fact<String>> classes) {
    public PayerCoverage {
        classes = Map.copyOf(classes);
    }
}
