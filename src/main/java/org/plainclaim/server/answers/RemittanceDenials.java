package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.server.answers.AnswerWork.About;
import org.plainclaim.server.answers.ClaimPosting.Found;
import org.plainclaim.server.answers.DenialTable.Refused;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.remittance.Denial;
import org.plainclaim.x12.remittance.DenialRules;
import org.plainclaim.x12.remittance.LineOutcome;
import org.plainclaim.x12.remittance.PostedClaim;
import org.plainclaim.x12.remittance.RemittanceHeader;

/** Keeps what a remittance refuses, with the edits that should have caught it, and raises it. */
final class RemittanceDenials {
    private final Services services;

    RemittanceDenials(Services services) {
        this.services = services;
    }

    private record Refusal(Denial denial, String procedure) {}

    void keep(RemittanceHeader header, Found found, String seed, String response) {
        PostedClaim posted = found.posted();
        if (!posted.outcome().posts()) {
            return;
        }
        String key = key(found.sent().key());
        List<Refusal> refusals = refusals(posted);
        if (posted.outcome() == LineOutcome.REVERSED) {
            if (!refusals.isEmpty()) {
                services.work().settle(key, "The payer took the denial back.");
            }
            return;
        }
        for (String earlier : services.sent().earlier(found.sent())) {
            services.work().settle(key(earlier), "The payer answered the claim that replaces it.");
        }
        if (refusals.isEmpty()) {
            services.work().settle(key, "A later answer denies nothing.");
            return;
        }
        DenialRules rules = new DenialRules(
                services.book(found.sent().book()), header.payment().date());
        Set<String> edits = new LinkedHashSet<>();
        BigDecimal amount = Money.ZERO;
        for (int i = 0; i < refusals.size(); i++) {
            Denial denial = refusals.get(i).denial();
            List<String> caught = rules.of(denial);
            edits.addAll(caught);
            amount = amount.add(denial.amount());
            services.tables().denials().put(row(header, found, seed + "/" + i, response, refusals.get(i), caught));
        }
        String codes = refusals.stream()
                .map(refusal ->
                        refusal.denial().group() + "-" + refusal.denial().reason())
                .distinct()
                .collect(Collectors.joining(", "));
        About about =
                services.work().about(found.sent(), response, found.references().patient());
        services.work().denied(key, List.copyOf(edits), codes, about, amount);
    }

    private static String key(String submission) {
        return "submission/" + submission + "/denied";
    }

    private static List<Refusal> refusals(PostedClaim posted) {
        List<Refusal> all = new ArrayList<>();
        posted.wholeClaim().denials().forEach(denial -> all.add(new Refusal(denial, "")));
        posted.lines().forEach(line -> line.amounts()
                .denials()
                .forEach(denial ->
                        all.add(new Refusal(denial, line.sent().procedure().code()))));
        posted.unmatched().forEach(line -> line.amounts()
                .denials()
                .forEach(denial ->
                        all.add(new Refusal(denial, line.answer().procedure().code()))));
        return all;
    }

    private static Refused row(
            RemittanceHeader header, Found found, String seed, String response, Refusal refusal, List<String> edits) {
        Denial denial = refusal.denial();
        return new Refused(
                AnswerFiles.digest(seed),
                header.payment().date(),
                header.payer().id(),
                header.payer().name(),
                found.sent().claim(),
                response,
                "adjustment",
                denial.group(),
                denial.reason(),
                String.join(" ", denial.remarks()),
                refusal.procedure(),
                denial.amount(),
                edits);
    }
}
