package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;

/** Writes what was checked about a coverage, for programs to read: one extension for each check and its verdict. */
final class FindingWriter {
    static final String URL = Systems.EXTENSION + "eligibility-finding";

    private FindingWriter() {}

    /** What did not pass stands first. */
    static void into(ObjectNode insurance, List<Finding> findings) {
        findings.stream().filter(finding -> finding.verdict() != Verdict.PASS).forEach(one -> write(insurance, one));
        findings.stream().filter(finding -> finding.verdict() == Verdict.PASS).forEach(one -> write(insurance, one));
    }

    private static void write(ObjectNode insurance, Finding finding) {
        ObjectNode written = insurance.withArray("extension").addObject().put("url", URL);
        ObjectNode code = part(written, "code").putObject("valueCoding");
        code.put("system", Systems.RULE).put("code", finding.rule());
        part(written, "verdict").put("valueCode", finding.verdict().code());
        if (finding.verdict() == Verdict.FAIL) {
            part(written, "severity").put("valueCode", finding.severity().name().toLowerCase(Locale.ROOT));
        }
        part(written, "message").put("valueString", finding.message());
        if (!finding.fix().isEmpty()) {
            part(written, "fix").put("valueString", finding.fix());
        }
    }

    private static ObjectNode part(ObjectNode finding, String url) {
        ObjectNode part = Nodes.object().put("url", url);
        finding.withArray("extension").add(part);
        return part;
    }
}
