package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.rules.RuleLibrary;

/** Scenarios that nobody wrote: every kind of service, payer and detail of a library, documented well or badly. */
public final class RandomSession {
    private static final List<String> FACTS = List.of(
            "date",
            "zone",
            "birth-date",
            "minutes",
            "modality",
            "note",
            "signature",
            "plan",
            "plan-review",
            "coverage",
            "payer",
            "coverage-period",
            "subscriber",
            "rendering",
            "rendering-npi",
            "credential",
            "billing-npi",
            "diagnosis",
            "class",
            "service",
            "mental-status",
            "response",
            "coded-sections",
            "status",
            "start",
            "stop");
    private static final List<String> CODES = List.of(
            "F41.1", "F33.1", "Z63.0", "F10.20 provisional", "F32.A refuted", "none", "not-a-code", "", "R45.851");
    private static final List<String> LEVELS = List.of("straightforward", "low", "moderate", "high", "-", "odd");
    private static final List<String> DATES = List.of(
            "2012-12-31",
            "2013-01-01",
            "2023-12-31",
            "2024-01-01",
            "2025-12-31",
            "2026-03-03",
            "2026-12-31",
            "2027-01-01",
            "2031-01-01");

    private final List<String> services;
    private final List<String> payers;
    private final List<ServiceDetail> details;
    private final List<String> who;

    /** A generator over everything that the library knows, and a few things that it does not. */
    public RandomSession(RuleLibrary library) {
        this.services = new ArrayList<>(
                new TreeSet<>(library.base().table(CodingTables.SERVICES).firstValues()));
        services.add("something-else");
        this.payers = new ArrayList<>(new TreeSet<>(library.payers()));
        payers.remove(RuleLibrary.BASE);
        payers.add("unknown-payer");
        this.details = library.base().table(ServiceDetail.TABLE).rows().stream()
                .map(ServiceDetail::of)
                .toList();
        this.who = new ArrayList<>(new TreeSet<>(ScenarioPeople.TAXONOMIES.keySet()));
        who.add("no-such");
    }

    /** A session, with others of the patient in every second case. */
    public ObjectNode next(Random random) {
        ObjectNode facts = service(random);
        facts.put("payer", pick(random, payers));
        facts.put("date", pick(random, DATES));
        facts.put("class", pick(random, List.of("AMB", "VR", "HH", "IMP", "EMER", "FLD", "XX")));
        if (random.nextBoolean()) {
            facts.put("telehealth", pick(random, List.of("audio-video", "audio-only")));
        }
        if (random.nextBoolean()) {
            facts.put("place", pick(random, List.of("PTRES", "SCHOOL", "HOSP", "PSYCHF", "odd")));
        }
        if (random.nextInt(3) == 0) {
            facts.set("also", service(random));
        }
        if (random.nextInt(4) == 0) {
            facts.put("supervised-by", pick(random, who));
        }
        some(random, facts.putArray("missing"), FACTS, random.nextInt(4));
        if (random.nextBoolean()) {
            some(random, facts.putArray("diagnoses"), CODES, random.nextInt(20));
        }
        if (random.nextBoolean()) {
            facts.put("episode", "EpisodeOfCare/" + random.nextInt(2));
            history(random, facts);
        }
        return facts;
    }

    /** A session that is documented well, so that many of them are ready to bill. */
    public ObjectNode documented(Random random) {
        ObjectNode facts = service(random);
        facts.put("payer", pick(random, payers.subList(0, payers.size() - 1)));
        facts.put("date", pick(random, List.of("2024-02-01", "2025-06-30", "2026-03-03")));
        if (random.nextInt(4) == 0) {
            facts.put("class", "VR").put("telehealth", "audio-video").put("place", "PTRES");
        }
        documented(random, facts);
        if (random.nextInt(3) == 0) {
            ObjectNode also = service(random);
            documented(random, also);
            if (random.nextBoolean()) {
                also.put("by", facts.get("by").asText());
            }
            facts.set("also", also);
        }
        if (random.nextBoolean()) {
            facts.put("episode", "EpisodeOfCare/1");
            history(random, facts);
        }
        return facts;
    }

    private static void documented(Random random, ObjectNode service) {
        service.put("by", pick(random, List.of("psychiatrist", "clinical-psychologist", "nurse-practitioner")));
        service.put("patient", "present");
        service.put("group", 2 + random.nextInt(7));
        service.put("decision", pick(random, List.of("low low low", "moderate moderate low", "high high high")));
        service.put("status", pick(random, List.of("new", "established")));
        service.putArray("factors");
        if (random.nextInt(4) == 0) {
            service.putArray("factors").add("play-equipment");
        }
    }

    private void history(Random random, ObjectNode facts) {
        ArrayNode history = facts.putArray("history");
        LocalDate date = LocalDate.parse(facts.get("date").asText());
        for (int i = random.nextInt(5); i > 0; i--) {
            ObjectNode other = random.nextBoolean() ? new ObjectMapper().createObjectNode() : service(random);
            other.put(
                    "date",
                    date.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(61) - 30)
                            .toString());
            other.put("at", String.format("%02d:00", random.nextInt(24)));
            other.put("minutes", random.nextInt(200));
            history.add(other);
        }
    }

    private ObjectNode service(Random random) {
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("service", pick(random, services));
        facts.put("by", pick(random, who));
        facts.put("minutes", random.nextInt(200));
        facts.put("patient", pick(random, List.of("present", "part", "absent")));
        facts.put("group", random.nextInt(20));
        facts.put("decision", pick(random, LEVELS) + " " + pick(random, LEVELS) + " " + pick(random, LEVELS));
        facts.put("status", pick(random, List.of("new", "established", "odd")));
        some(random, facts.putArray("factors"), List.of("interpreter", "play-equipment", "odd"), random.nextInt(3));
        ObjectNode chosen = facts.putObject("details");
        for (ServiceDetail detail : details) {
            if (random.nextInt(3) > 0) {
                detail(random, chosen, detail);
            }
        }
        return facts;
    }

    private static void detail(Random random, ObjectNode into, ServiceDetail detail) {
        switch (detail.type()) {
            case "count" -> into.put(detail.name(), random.nextInt(30));
            case "text" -> into.put(detail.name(), "as described");
            case "date" -> into.put(detail.name(), pick(random, DATES));
            default -> into.put(
                    detail.name(),
                    pick(random, detail.values().stream().sorted().toList()));
        }
    }

    private static void some(Random random, ArrayNode into, List<String> from, int count) {
        for (int i = 0; i < count; i++) {
            into.add(pick(random, from));
        }
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
