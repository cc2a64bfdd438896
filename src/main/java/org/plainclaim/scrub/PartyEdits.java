package org.plainclaim.scrub;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plainclaim.documentation.Npi;
import org.plainclaim.eligibility.MedicareNumber;
import org.plainclaim.rules.Row;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Submission;

/** Who bills, who rendered, who is the member, and what is signed. */
final class PartyEdits implements ClaimEdit {
    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{9}X");
    private static final Pattern ZIP = Pattern.compile("\\d{9}");
    private static final Pattern BOX = Pattern.compile("(?i)\\b(p\\.? ?o\\.?|post office) ?box\\b");
    private static final Set<String> ASSIGNMENTS = Set.of("A", "B", "C");
    private static final Set<String> BENEFITS = Set.of("Y", "N", "W");
    private static final Set<String> RELEASES = Set.of("Y", "I");

    @Override
    public void look(Sheet sheet) {
        Submission claim = sheet.claim();
        Optional<Provider> billing = claim.provider(Role.BILLING);
        npi(sheet, "s01", billing.map(Provider::npi).orElse(""));
        taxonomy(sheet, billing.map(Provider::taxonomy).orElse(""));
        rendering(sheet);
        address(sheet, billing.map(Provider::address).orElse(Address.UNKNOWN));
        member(sheet, claim.cover());
        signatures(sheet, claim.heading().signatures());
    }

    private static void npi(Sheet sheet, String edit, String npi) {
        sheet.check(edit, 0, Npi.valid(npi), npi.isEmpty() ? "missing" : "wrong");
    }

    private static void taxonomy(Sheet sheet, String taxonomy) {
        sheet.check("s02", 0, TAXONOMY.matcher(taxonomy).matches(), taxonomy.isEmpty() ? "missing" : "wrong");
    }

    /** Who rendered a line is named on the line, on the claim, or bills for himself; an institution names who attends. */
    private static void rendering(Sheet sheet) {
        boolean institutional = sheet.claim().heading().form() == Form.INSTITUTIONAL;
        if (sheet.lines().isEmpty()) {
            sheet.bypass("s03", 0, "no-line");
            sheet.bypass("s04", 0, "no-line");
            return;
        }
        for (ClaimLine line : sheet.lines()) {
            Provider rendering = line.rendering();
            npi(sheet, "s03", rendering == null ? "" : rendering.npi());
            if (institutional) {
                sheet.bypass("s04", 0, "other-form");
            } else {
                sheet.check("s04", 0, rendering != null && !rendering.taxonomy().isEmpty(), "");
            }
        }
    }

    private static void address(Sheet sheet, Address address) {
        if (!address.known()) {
            sheet.fail("s05", 0, "missing");
        } else if (BOX.matcher(address.line() + " " + address.line2()).find()) {
            sheet.fail("s05", 0, "post-office-box");
        } else {
            sheet.check("s05", 0, ZIP.matcher(address.zip()).matches(), "zip");
        }
    }

    private static void member(Sheet sheet, Cover cover) {
        String id = cover.memberId();
        if (id.isBlank()) {
            sheet.fail("s06", 0, "missing");
            return;
        }
        Optional<Row> format = sheet.book()
                .named(ScrubTables.MEMBER_IDS, cover.filing(), sheet.context().received());
        if (format.isEmpty()) {
            sheet.unknown("s06", 0, "member-id-format");
        } else {
            sheet.check("s06", 0, MedicareNumber.fits(id), "wrong");
        }
    }

    private static void signatures(Sheet sheet, Signatures signatures) {
        boolean complete = signatures.providerSigned()
                && ASSIGNMENTS.contains(signatures.assignment())
                && BENEFITS.contains(signatures.benefits())
                && RELEASES.contains(signatures.release());
        sheet.check("s15", 0, complete, "");
    }
}
