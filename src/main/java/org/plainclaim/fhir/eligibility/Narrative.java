package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;

/** Says in words for people what was checked, what is wrong and what nobody looked at. */
final class Narrative {
    private Narrative() {}

    static void into(ObjectNode json, List<AnsweredCoverage> answered) {
        StringBuilder html = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        for (AnsweredCoverage one : answered) {
            html.append("<p>").append(escaped(one.coverage())).append("</p><ul>");
            one.review().findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASS)
                    .forEach(finding -> line(html, finding));
            one.review().findings().stream()
                    .filter(finding -> finding.verdict() == Verdict.PASS)
                    .forEach(finding -> line(html, finding));
            html.append("</ul>");
        }
        json.putObject("text")
                .put("status", "generated")
                .put("div", html.append("</div>").toString());
    }

    private static void line(StringBuilder html, Finding finding) {
        html.append("<li>")
                .append(escaped(finding.rule()))
                .append(" (")
                .append(finding.verdict().code())
                .append("): ")
                .append(escaped(finding.message()));
        if (!finding.fix().isEmpty()) {
            html.append(' ').append(escaped(finding.fix()));
        }
        html.append("</li>");
    }

    /** What a payer writes is text, never markup; what XML can not hold is left out. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
