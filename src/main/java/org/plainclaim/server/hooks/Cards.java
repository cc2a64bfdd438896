package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeSystem;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;

/** Writes gaps as cards: one for each, the least important in one card together where there are many. */
final class Cards {
    private static final int MOST = 8;
    private static final int LONGEST_SUMMARY = 139;
    private static final String RULES = "https://plainclaim.org/fhir/CodeSystem/rule";

    private final String source;
    private final CodeSystem reasons;
    private final ShownCards shown;

    /** Cards that name the rules of the FHIR server at this base and offer these reasons to set one aside. */
    Cards(URI base, CodeSystem reasons, ShownCards shown) {
        this.source = base + "/CodeSystem/rule";
        this.reasons = reasons;
        this.shown = shown;
    }

    ObjectNode of(List<Gap> gaps) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode cards = answer.putArray("cards");
        boolean many = gaps.size() > MOST;
        List<Gap> single = many ? gaps.subList(0, MOST - 1) : gaps;
        single.forEach(gap -> card(cards.addObject(), gap));
        if (many) {
            together(cards.addObject(), gaps.subList(MOST - 1, gaps.size()));
        }
        return answer;
    }

    private void card(ObjectNode card, Gap gap) {
        Finding finding = gap.finding();
        begin(card, finding, shortened(sentence(finding) + consequence(gap)));
        card.put("detail", detail(gap));
        end(card, finding);
    }

    private void together(ObjectNode card, List<Gap> gaps) {
        begin(card, gaps.get(0).finding(), gaps.size() + " more gaps in the documentation of this session");
        List<String> points = new ArrayList<>();
        gaps.forEach(gap -> points.add("- " + plain(gap.finding().message()) + " "
                + plain(gap.finding().fix()) + " (`" + gap.finding().rule() + "`)"));
        card.put("detail", String.join("\n", points));
        end(card, gaps.get(0).finding());
    }

    private void begin(ObjectNode card, Finding finding, String summary) {
        UUID uuid = UUID.randomUUID();
        shown.remember(uuid, finding.rule());
        card.put("uuid", uuid.toString()).put("summary", summary).put("indicator", indicator(finding.severity()));
    }

    private void end(ObjectNode card, Finding finding) {
        ObjectNode from = card.putObject("source").put("label", "Plainclaim").put("url", source);
        from.putObject("topic").put("system", RULES).put("code", finding.rule());
        ArrayNode offered = card.putArray("overrideReasons");
        for (CodeSystem.ConceptDefinitionComponent reason : reasons.getConcept()) {
            offered.addObject()
                    .put("system", reasons.getUrl())
                    .put("code", reason.getCode())
                    .put("display", reason.getDisplay());
        }
    }

    private static String indicator(Severity severity) {
        return switch (severity) {
            case HOLD -> "critical";
            case WARN -> "warning";
            case INFO -> "info";
        };
    }

    private static String sentence(Finding finding) {
        String message = finding.message().strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static String consequence(Gap gap) {
        if (!gap.lines().isEmpty()) {
            String codes = String.join(", ", gap.lines());
            return gap.finding().holds() ? ": holds " + codes : " (" + codes + ")";
        }
        List<String> possible = gap.ways().stream()
                .flatMap(way -> way.lines().stream())
                .distinct()
                .toList();
        if (possible.isEmpty()) {
            return gap.finding().holds() ? ": holds the claim" : "";
        }
        return ": holds " + String.join(" or ", possible);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY - 1) + "…";
    }

    private static String detail(Gap gap) {
        Finding finding = gap.finding();
        List<String> parts = new ArrayList<>();
        parts.add("**Gap:** " + plain(finding.message()));
        parts.add("**Code:** " + code(gap));
        if (!finding.fix().isEmpty()) {
            parts.add("**Fix:** " + plain(finding.fix()));
        }
        gap.ways().stream().findFirst().ifPresent(way -> parts.add("**Question:** " + plain(way.question())));
        List<String> places = finding.evidence().stream()
                .map(Evidence::path)
                .distinct()
                .map(path -> "`" + path + "`")
                .toList();
        if (!places.isEmpty()) {
            parts.add("**Where:** " + String.join(", ", places));
        }
        parts.add(
                "**Rule:** `" + finding.rule() + "`, " + plain(finding.source().citation()));
        return String.join("\n\n", parts);
    }

    private static String code(Gap gap) {
        String codes = String.join(", ", gap.lines());
        String what = codes.isEmpty()
                ? "none can be derived yet."
                : gap.finding().holds()
                        ? codes + " is held until this is mended."
                        : codes + " can be billed, but a reviewer may ask.";
        List<String> ways = gap.ways().stream()
                .filter(way -> !way.lines().isEmpty() && !way.lines().equals(gap.lines()))
                .map(way -> "\n- with *" + plain(way.answer()) + "*: " + String.join(", ", way.lines()))
                .toList();
        return what + String.join("", ways);
    }

    /** Text of the tables may quote the documentation: nothing in it is to be taken as HTML or markdown. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]])", "\\\\$1");
    }
}
