package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.NextStep;
import org.plainclaim.eligibility.PlanDate;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.eligibility.Standing;
import org.plainclaim.fhir.Nodes;

/** Writes what came back as a CoverageEligibilityResponse. */
public final class ResponseWriter {
    private final ObjectNode json = Nodes.resource("CoverageEligibilityResponse");
    private final ResponseContext context;

    private ResponseWriter(ResponseContext context) {
        this.context = context;
    }

    /**
     * One response to all coverages of a request.
     *
     * <p>Whoever else pays or may pay is a contained Coverage of status draft with its payor: a proposal that a person
     * registers, never a change of the coverages on file.
     */
    public static ObjectNode write(ResponseContext context, List<AnsweredCoverage> answered) {
        return new ResponseWriter(context).written(answered);
    }

    private ObjectNode written(List<AnsweredCoverage> answered) {
        JsonNode request = context.request();
        Narrative.into(json, answered);
        json.put("status", "active");
        copy(request, "purpose", "patient", "servicedDate", "servicedPeriod");
        json.put("created", context.created().truncatedTo(ChronoUnit.SECONDS).toString());
        if (request.has("provider")) {
            json.set("requestor", request.get("provider"));
        }
        json.set("request", Nodes.reference(context.reference()));
        json.put("outcome", outcome(answered));
        json.put("disposition", disposition(answered));
        if (request.has("insurer")) {
            json.set("insurer", request.get("insurer"));
        } else {
            json.set("insurer", Nodes.reference(context.insurer()));
        }
        answered.forEach(this::insurance);
        answered.forEach(this::errors);
        return json;
    }

    private void copy(JsonNode from, String... names) {
        for (String name : names) {
            if (from.has(name)) {
                json.set(name, from.get(name));
            }
        }
    }

    /** Queued as long as one answer is awaited; an error only if there is no answer at all. */
    private static String outcome(List<AnsweredCoverage> answered) {
        if (answered.stream().anyMatch(one -> one.answer().heading().outcome() == Outcome.QUEUED)) {
            return "queued";
        }
        long refused = answered.stream().filter(ResponseWriter::refused).count();
        return refused == 0 ? "complete" : refused == answered.size() ? "error" : "partial";
    }

    private static boolean refused(AnsweredCoverage one) {
        Outcome outcome = one.answer().heading().outcome();
        return outcome == Outcome.REFUSED
                || outcome == Outcome.UNREACHABLE
                || !one.missing().isEmpty();
    }

    private static String disposition(List<AnsweredCoverage> answered) {
        List<String> said =
                answered.stream().map(ResponseWriter::disposition).distinct().toList();
        return String.join(" ", said);
    }

    private static String disposition(AnsweredCoverage one) {
        EligibilityAnswer.Heading heading = one.answer().heading();
        if (!one.missing().isEmpty()) {
            return "Nobody asked the payer, because the question lacks " + String.join(", ", one.missing()) + ".";
        }
        if (heading.origin() == Origin.ON_FILE) {
            return "Nobody asked the payer: this is what the coverage on file says.";
        }
        String who =
                heading.origin() == Origin.SIMULATOR ? "The built-in payer simulator, no real payer," : "The payer";
        return switch (heading.outcome()) {
            case ANSWERED -> who + " answered.";
            case QUEUED -> who + " was asked; the answer is taken over when it comes.";
            case REFUSED -> who + " refused the question.";
            case UNREACHABLE -> who + " could not be reached; the question is asked again.";
        };
    }

    private void insurance(AnsweredCoverage one) {
        ObjectNode insurance = json.withArray("insurance").addObject();
        FindingWriter.into(insurance, one.review().findings());
        insurance.set("coverage", Nodes.reference(one.coverage()));
        ServiceBenefits said = new ServiceBenefits(one.answer(), one.visit());
        Boolean inForce = inForce(one);
        if (inForce != null) {
            insurance.put("inforce", inForce);
        }
        period(insurance, one.answer().plan().dates());
        if (!one.answer().benefits().isEmpty()) {
            new ItemWriter(insurance).write(one.answer().benefits());
            if (insurance.path("item").isEmpty()) {
                insurance.remove("item");
            }
        }
        said.carveOut().ifPresent(contact -> proposed("carve-out", contact, one));
        said.otherPayers().stream()
                .flatMap(benefit -> benefit.remarks().contacts().stream())
                .filter(BenefitContact::pays)
                .distinct()
                .forEach(contact -> proposed("other", contact, one));
    }

    /** A coverage on file is not in force if it ended; that it is in force only a payer can say. */
    private static @Nullable Boolean inForce(AnsweredCoverage one) {
        if (one.answer().heading().origin() == Origin.ON_FILE) {
            boolean ended = one.review().findings().stream()
                    .anyMatch(finding -> finding.rule().startsWith("el01") && finding.holds());
            return ended ? Boolean.FALSE : null;
        }
        if (!one.answer().answered()) {
            return null;
        }
        Standing standing = one.review().standing();
        return switch (standing) {
            case ACTIVE, PLAN_ONLY, NOT_COVERED, ELSEWHERE -> Boolean.TRUE;
            case INACTIVE -> Boolean.FALSE;
            case CANNOT_TELL, NOT_SAID -> null;
        };
    }

    private static void period(ObjectNode insurance, List<PlanDate> dates) {
        Stream<LocalDate> starts =
                dates.stream().filter(date -> date.ofPlan() && !date.ends()).map(PlanDate::from);
        Stream<LocalDate> ends = dates.stream()
                .filter(date -> date.ends() || (date.ofPlan() && !date.from().equals(date.to())))
                .map(PlanDate::to);
        ObjectNode period = Nodes.object();
        starts.max(LocalDate::compareTo).ifPresent(day -> period.put("start", day.toString()));
        ends.min(LocalDate::compareTo).ifPresent(day -> period.put("end", day.toString()));
        boolean right = !period.has("start")
                || !period.has("end")
                || period.get("start").textValue().compareTo(period.get("end").textValue()) <= 0;
        if (!period.isEmpty() && right) {
            insurance.set("benefitPeriod", period);
        }
    }

    /** A coverage that nobody registered yet, with whom it is. */
    private void proposed(String kind, BenefitContact contact, AnsweredCoverage one) {
        ArrayNode contained = json.withArray("contained");
        int number = contained.size() / 2 + 1;
        String id = kind + "-" + number;
        ObjectNode payer =
                contained.addObject().put("resourceType", "Organization").put("id", "payer-" + number);
        if (!contact.id().isEmpty()) {
            payer.putArray("identifier").addObject().put("value", contact.id());
        }
        payer.put("name", contact.name().isEmpty() ? contact.id() : contact.name());
        telecom(payer, contact);
        ObjectNode coverage =
                contained.addObject().put("resourceType", "Coverage").put("id", id);
        coverage.put("status", "draft");
        coverage.set("beneficiary", context.request().path("patient"));
        coverage.putArray("payor").add(Nodes.object().put("reference", "#payer-" + number));
        ObjectNode insurance = json.withArray("insurance").addObject();
        insurance.set("coverage", Nodes.object().put("reference", "#" + id).put("display", display(kind)));
        if (kind.equals("carve-out")) {
            one.visit().serviceTypes().stream().limit(1).forEach(type -> insurance
                    .withArray("item")
                    .addObject()
                    .set("category", Nodes.concept(EligibilitySystems.SERVICE_TYPE, type)));
        }
    }

    private static String display(String kind) {
        return kind.equals("carve-out")
                ? "Pays for this service in place of the payer that was asked; register it"
                : "Other coverage that the payer names; ask the patient and register it";
    }

    private static void telecom(ObjectNode payer, BenefitContact contact) {
        if (!contact.phone().isEmpty()) {
            payer.withArray("telecom").addObject().put("system", "phone").put("value", contact.phone());
        }
        if (!contact.web().isEmpty()) {
            payer.withArray("telecom").addObject().put("system", "url").put("value", contact.web());
        }
    }

    private void errors(AnsweredCoverage one) {
        List<Reject> rejects = one.answer().rejects();
        for (int i = 0; i < rejects.size(); i++) {
            NextStep next = one.next().get(i);
            ObjectNode code =
                    Nodes.concept(EligibilitySystems.REJECT, rejects.get(i).reason());
            code.put("text", next.message() + " " + next.fix());
            json.withArray("error").addObject().set("code", code);
        }
        List<String> missing = new ArrayList<>(one.missing());
        missing.forEach(what -> json.withArray("error")
                .addObject()
                .set("code", Nodes.object().put("text", "The question lacks " + what + ".")));
    }
}
