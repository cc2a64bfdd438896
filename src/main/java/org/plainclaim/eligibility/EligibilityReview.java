package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.RuleBook;

/**
 * What follows from an answer for a service.
 *
 * @param standing whether the service is covered
 * @param findings a finding for each check that applies
 * @param order the patient's coverages in the order in which they pay
 */
public record EligibilityReview(Standing standing, List<Finding> findings, PayerOrder order) {
    public EligibilityReview {
        findings = List.copyOf(findings);
    }

    /** Makes all checks with the rules of the payer on the day of the service. */
    public static EligibilityReview of(EligibilityCase looked, RuleBook book) {
        LocalDate date = looked.visit().from();
        CheckSheet sheet = new CheckSheet(book, date);
        PayerOrder order = PayerOrder.of(PayerChecks.all(looked), date, book);
        new CoverChecks(looked, sheet).make();
        new BenefitChecks(looked, sheet).make();
        new PayerChecks(looked, sheet).make(order);
        EligibilityAnswer answer = looked.answer();
        Standing standing = answer == null ? Standing.NOT_SAID : new ServiceBenefits(answer, looked.visit()).standing();
        return new EligibilityReview(standing, sheet.findings(), order);
    }

    /** True if nothing that was found keeps the service from being billed to this payer. */
    public boolean holdsNothing() {
        return findings.stream().noneMatch(Finding::holds);
    }
}
