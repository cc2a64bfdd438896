package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.BenefitAmount;
import org.plainclaim.eligibility.BenefitKind;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Procedure;

/** Writes what a payer says of benefits as items: one for each statement, a total together with what is left of it. */
final class ItemWriter {
    private final ArrayNode items;

    ItemWriter(ObjectNode insurance) {
        this.items = insurance.withArray("item");
    }

    void write(List<Benefit> benefits) {
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < benefits.size(); i++) {
            Benefit benefit = benefits.get(i);
            if (taken.contains(i) || elsewhere(benefit)) {
                continue;
            }
            Optional<Integer> rest = benefit.extent().remaining() ? Optional.empty() : remaining(benefits, benefit);
            rest.ifPresent(taken::add);
            BenefitAmount left = rest.map(benefits::get).map(Benefit::amount).orElse(BenefitAmount.NONE);
            boolean leads = rest.isEmpty() && benefit.extent().remaining() && hasTotal(benefits, benefit);
            if (!leads) {
                item(benefit, left);
            }
        }
    }

    /** Another payer is a coverage of its own. */
    private static boolean elsewhere(Benefit benefit) {
        return benefit.kind() == BenefitKind.OTHER_PAYER;
    }

    private static Optional<Integer> remaining(List<Benefit> benefits, Benefit total) {
        for (int i = 0; i < benefits.size(); i++) {
            if (benefits.get(i).extent().remaining() && sameThing(benefits.get(i), total)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** True if a later statement is the total of which this one is left. */
    private static boolean hasTotal(List<Benefit> benefits, Benefit left) {
        return benefits.stream().anyMatch(benefit -> !benefit.extent().remaining() && sameThing(benefit, left));
    }

    private static boolean sameThing(Benefit one, Benefit other) {
        return one.code().equals(other.code())
                && measured(one)
                && one.subject().equals(other.subject())
                && one.extent().level().equals(other.extent().level())
                && one.extent().insuranceType().equals(other.extent().insuranceType())
                && one.terms().network().equals(other.terms().network())
                && one.amount().unit().equals(other.amount().unit())
                && (one.amount().money() == null) == (other.amount().money() == null);
    }

    private static boolean measured(Benefit benefit) {
        return benefit.amount().money() != null || benefit.amount().quantity() != null;
    }

    /** A category or a product is stated, never both: a statement about several service types is several items. */
    private void item(Benefit benefit, BenefitAmount left) {
        Procedure procedure = benefit.subject().procedure();
        List<String> types = benefit.subject().serviceTypes();
        if (procedure != null) {
            ObjectNode item = items.addObject();
            item.set("productOrService", Nodes.concept(Systems.ofProcedureCode(procedure.code()), procedure.code()));
            procedure.modifiers().forEach(modifier -> item.withArray("modifier")
                    .add(Nodes.concept(Systems.ofProcedureCode(modifier), modifier)));
            said(item, benefit, left);
            return;
        }
        for (String type : types.isEmpty() ? List.of(ServiceBenefits.PLAN) : types) {
            ObjectNode item = items.addObject();
            item.set("category", Nodes.concept(EligibilitySystems.SERVICE_TYPE, type));
            said(item, benefit, left);
        }
    }

    private static void said(ObjectNode item, Benefit benefit, BenefitAmount left) {
        BenefitKind kind = benefit.kind();
        if (kind == BenefitKind.NOT_COVERED || kind.inactive()) {
            item.put("excluded", true);
        } else if (kind.active()) {
            item.put("excluded", false);
        }
        if (!benefit.extent().plan().isEmpty()) {
            item.put("name", benefit.extent().plan());
        }
        String description = description(benefit);
        if (!description.isEmpty()) {
            item.put("description", description);
        }
        network(item, benefit.terms().network());
        level(item, benefit.extent().level());
        term(item, benefit.extent().period());
        amount(item.putArray("benefit").addObject(), benefit, left);
        switch (benefit.terms().authorization()) {
            case "Y" -> item.put("authorizationRequired", true);
            case "N" -> item.put("authorizationRequired", false);
            default -> {
                // not known, which is said by saying nothing
            }
        }
    }

    private static String description(Benefit benefit) {
        List<String> parts = new ArrayList<>(benefit.remarks().messages());
        benefit.subject().places().forEach(place -> parts.add("place of service " + place));
        benefit.remarks()
                .contacts()
                .forEach(contact ->
                        parts.add(contact.name() + (contact.phone().isEmpty() ? "" : " " + contact.phone())));
        return String.join("; ", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private static void network(ObjectNode item, String network) {
        switch (network) {
            case "Y" -> item.set("network", Nodes.concept(EligibilitySystems.NETWORK, "in"));
            case "N" -> item.set("network", Nodes.concept(EligibilitySystems.NETWORK, "out"));
            case "W" -> item.set("network", Nodes.object().put("text", "in and out of network"));
            default -> {
                // not said
            }
        }
    }

    private static void level(ObjectNode item, String level) {
        switch (level) {
            case "" -> {
                // not said
            }
            case "IND" -> item.set("unit", Nodes.concept(EligibilitySystems.UNIT, "individual"));
            case "FAM" -> item.set("unit", Nodes.concept(EligibilitySystems.UNIT, "family"));
            default -> item.set("unit", Nodes.concept(EligibilitySystems.LEVEL, level));
        }
    }

    private static void term(ObjectNode item, String period) {
        if (period.isEmpty()) {
            return;
        }
        ObjectNode term = Nodes.concept(EligibilitySystems.PERIOD, period);
        String plain =
                switch (period) {
                    case "22", "23" -> "annual";
                    case "7" -> "day";
                    case "32" -> "lifetime";
                    default -> "";
                };
        if (!plain.isEmpty()) {
            ((ArrayNode) term.get("coding"))
                    .addObject()
                    .put("system", EligibilitySystems.TERM)
                    .put("code", plain);
        }
        item.set("term", term);
    }

    private static void amount(ObjectNode written, Benefit benefit, BenefitAmount left) {
        written.set("type", type(benefit));
        BenefitAmount amount = benefit.amount();
        BigDecimal money = amount.money();
        BigDecimal percent = amount.percent();
        BigDecimal quantity = amount.quantity();
        if (money != null) {
            written.set("allowedMoney", money(money));
            BigDecimal rest = left.money();
            if (rest != null) {
                written.set("usedMoney", money(money.subtract(rest)));
            }
        } else if (quantity != null) {
            count(written, "allowed", quantity);
            BigDecimal rest = left.quantity();
            if (rest != null) {
                count(written, "used", quantity.subtract(rest));
            }
        } else if (percent != null) {
            written.put("allowedString", percent.toPlainString());
        }
    }

    /** FHIR has no decimals here: what is no whole number is a text. */
    private static void count(ObjectNode written, String name, BigDecimal number) {
        if (number.signum() >= 0 && number.scale() <= 0 && number.precision() < 10) {
            written.put(name + "UnsignedInt", number.intValueExact());
        } else if (name.equals("allowed")) {
            written.put("allowedString", number.toPlainString());
        }
    }

    private static JsonNode money(BigDecimal amount) {
        return Nodes.object().put("value", amount).put("currency", "USD");
    }

    private static ObjectNode type(Benefit benefit) {
        ObjectNode type = Nodes.concept(EligibilitySystems.BENEFIT, benefit.code());
        String plain =
                switch (benefit.kind()) {
                    case COPAYMENT -> "copay";
                    case COINSURANCE -> "copay-percent";
                    case DEDUCTIBLE -> "deductible";
                    case LIMITATION -> benefit.amount().unit().equals("VS") ? "visit" : "benefit";
                    default -> benefit.kind().active() ? "benefit" : "";
                };
        if (!plain.isEmpty()) {
            ((ArrayNode) type.get("coding"))
                    .addObject()
                    .put("system", EligibilitySystems.BENEFIT_TYPE)
                    .put("code", plain);
        }
        return type;
    }
}
