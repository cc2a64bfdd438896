package org.plainclaim.server.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.MadeDisclosure;

/** Writes disclosures into the audit trail, where an accounting finds them. */
final class AuditedDisclosures implements Disclosures {
    private final Decisions decisions;

    AuditedDisclosures(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void made(MadeDisclosure disclosure) {
        Map<String, String> details = new TreeMap<>();
        details.put("at", disclosure.at().toString());
        details.put("recipient", disclosure.recipient());
        details.put("way", disclosure.way());
        details.put("purpose", disclosure.purpose());
        details.put("labels", String.join(" ", disclosure.labels()));
        details.put("decision", disclosure.decision());
        details.put("consent", disclosure.consent() == null ? "" : disclosure.consent());
        details.put("notice", disclosure.notice());
        details.put("notice-at", disclosure.noticeAt());
        details.values().removeIf(String::isEmpty);
        details.putIfAbsent("recipient", "unknown");
        String focus = disclosure.contents().isEmpty()
                ? ""
                : disclosure.contents().get(0).replaceFirst("/_history/.*", "");
        decisions.made(
                new Decision("disclosed", disclosure.patient(), focus, List.copyOf(disclosure.contents()), details));
    }
}
