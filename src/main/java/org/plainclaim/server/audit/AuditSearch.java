package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plainclaim.audit.Interaction;

/** A search among AuditEvents as a condition on rows. */
final class AuditSearch {
    private static final Set<String> SHAPING =
            Set.of("_count", "_offset", "_format", "_pretty", "_total", "_summary", "_sort", "_elements");
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AuditSearch() {}

    /**
     * Reads the parameters.
     *
     * @param practice whose events are looked for
     * @throws InvalidRequestException for a parameter that is not known, or a value that can not be read
     */
    static AuditSearch of(String practice, Map<String, String[]> parameters) {
        AuditSearch search = new AuditSearch();
        search.where("practice = ?", practice);
        parameters.forEach((name, given) -> {
            for (String value : given) {
                search.add(name, value);
            }
        });
        return search;
    }

    String condition() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }

    private void add(String name, String value) {
        switch (name) {
            case "_id" -> place(value);
            case "patient", "patient:Patient" -> where("patient = ?", typed("Patient", value));
            case "agent", "agent:identifier", "altid" -> where("subject = ?", value.replaceFirst("^.*\\|", ""));
            case "entity" -> entity(value);
            case "date" -> date(value);
            case "type", "subtype" -> interaction(name, value.replaceFirst("^.*\\|", ""));
            case "action" -> interactions(value);
            default -> {
                if (!SHAPING.contains(name)) {
                    throw new InvalidRequestException("AuditEvents are not searched by '" + name
                            + "'; use patient, agent, entity, date, type, subtype, action or _id.");
                }
            }
        }
    }

    private void where(String condition, Object... given) {
        conditions.add(condition);
        values.addAll(List.of(given));
    }

    private void place(String id) {
        int dot = id.lastIndexOf('.');
        String number = id.substring(dot + 1);
        boolean place = dot > 0 && number.matches("[0-9]{1,18}");
        where("chain = ?", place ? id.substring(0, dot) : "");
        where("sequence = ?", place ? Long.parseLong(number) : 0L);
    }

    private static String typed(String type, String value) {
        return value.contains("/") ? value : type + "/" + value;
    }

    /** What is about the resource, and what gave it out among others: that has the same patient. */
    private void entity(String reference) {
        where(
                "(focus = ? or (patient in (select distinct f.patient from plainclaim_audit f where f.focus = ?"
                        + " and f.patient <> '') and entry like ? escape '!'))",
                reference,
                reference,
                "%resource " + reference.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "/%");
    }

    private void interaction(String name, String code) {
        if (name.equals("type") && code.equals("rest")) {
            conditions.add("interaction not in ('decision', 'disclosure', 'application', 'checkpoint')");
            return;
        }
        String word =
                switch (code) {
                    case "110106", "disclose" -> "disclosure";
                    case "110100", "110120", "110121" -> "application";
                    default -> code.replaceFirst("-(type|instance|system)$", "");
                };
        if (Interaction.of(word).isPresent()) {
            where("interaction = ?", word);
        } else {
            where("entry like ? escape '!'", "%\nname " + word.replaceAll("[!%_]", "!$0") + "\n%");
        }
    }

    private void interactions(String action) {
        List<String> words = new ArrayList<>();
        for (Interaction one : Interaction.values()) {
            if (one.action().equals(action)) {
                words.add("'" + one.word() + "'");
            }
        }
        conditions.add(words.isEmpty() ? "1 = 0" : "interaction in (" + String.join(", ", words) + ")");
    }

    private void date(String value) {
        String prefix = value.matches("[a-z]{2}.*") ? value.substring(0, 2) : "eq";
        String moment = value.matches("[a-z]{2}.*") ? value.substring(2) : value;
        try {
            Instant from = start(moment);
            Instant to = end(moment, from);
            switch (prefix) {
                case "eq" -> where("at >= ? and at < ?", from.toEpochMilli(), to.toEpochMilli());
                case "ge", "sa" -> where("at >= ?", (prefix.equals("ge") ? from : to).toEpochMilli());
                case "gt" -> where("at >= ?", to.toEpochMilli());
                case "le" -> where("at < ?", to.toEpochMilli());
                case "lt", "eb" -> where("at < ?", from.toEpochMilli());
                default -> throw new InvalidRequestException("date takes eq, ge, gt, le, lt, sa and eb.");
            }
        } catch (DateTimeParseException malformed) {
            throw new InvalidRequestException(
                    "date is not a year, a month, a day such as 2026-11-30 or an instant such as 2026-11-30T12:00:00Z.",
                    malformed);
        }
    }

    private static Instant start(String moment) {
        if (moment.contains("T")) {
            return OffsetDateTime.parse(moment).toInstant();
        }
        String day = moment + "-01-01".substring(Math.min(6, Math.max(0, moment.length() - 4)));
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first moment after a year, a month, a day or an instant. */
    private static Instant end(String moment, Instant from) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        return switch (moment.length()) {
            case 4 -> day.plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case 7 -> day.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case 10 -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> from.plusMillis(1);
        };
    }
}
