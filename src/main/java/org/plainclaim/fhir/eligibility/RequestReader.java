package org.plainclaim.fhir.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.eligibility.Circumstances;
import org.plainclaim.eligibility.CoverOnFile;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Resource;
import org.plainclaim.fhir.SessionResources;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/**
 * Reads a CoverageEligibilityRequest with what it refers to.
 *
 * <p>Patient, provider and coverages are read as those of a claim, so that a payer is asked about the same member that it
 * is billed for.
 */
public final class RequestReader {
    private static final String TYPE = "CoverageEligibilityRequest";
    private static final Provider NOBODY =
            new Provider(Provider.Kind.ORGANIZATION, "", "", "", "", "", "", Address.UNKNOWN);

    private final SubmissionReader claims;
    private final RuleLibrary rules;

    public RequestReader(SubmissionReader claims, RuleLibrary rules) {
        this.claims = claims;
        this.rules = rules;
    }

    /**
     * The coverages that the first request of a Bundle asks about; if it names none, all that are in force on the day.
     *
     * @param today the day asked about if the request names none
     * @throws BadInput if the patient or a coverage is not in the Bundle, or a date can not be read
     */
    public List<ReadCoverage> read(ObjectNode bundle, LocalDate today) throws BadInput {
        SessionResources resources = SessionResources.of(bundle);
        Resource request = resources.ofType(TYPE).get(0);
        Element root = request.root();
        if (resources.find(root.child("patient")).isEmpty()) {
            throw notFound(TYPE + ".patient", "Patient");
        }
        Days days = days(root, today);
        VisitReader visits = new VisitReader(root, days.from(), days.to());
        List<CoverOnFile> files = new ArrayList<>();
        Submission any = submission(bundle, root, "");
        for (Resource coverage : resources.ofType("Coverage")) {
            files.add(file(bundle, root, coverage));
        }
        List<ReadCoverage> read = new ArrayList<>();
        for (Asked asked : asked(root, resources, files, days)) {
            Provider provider = any.provider(Role.BILLING).orElse(NOBODY);
            ServiceTypes types = new ServiceTypes(
                    rules.book(asked.file().cover().payer().book()).orElse(rules.base()), days.from());
            read.add(new ReadCoverage(
                    asked.file(),
                    files.stream().filter(file -> !file.equals(asked.file())).toList(),
                    any.patient(),
                    provider,
                    payor(asked.coverage()),
                    visits.visit(types),
                    visits.services(types)));
        }
        return read;
    }

    private record Days(LocalDate from, LocalDate to) {}

    private record Asked(CoverOnFile file, Element coverage) {}

    private static Days days(Element request, LocalDate today) throws BadInput {
        Element period = request.child("servicedPeriod");
        Element day = request.child("servicedDate").present() ? request.child("servicedDate") : period.child("start");
        try {
            LocalDate from = day.present() ? LocalDate.parse(day(day)) : today;
            Element end = period.child("end");
            LocalDate to = end.present() ? LocalDate.parse(day(end)) : from;
            if (to.isBefore(from)) {
                throw problem("value", period.path(), "ends before it begins", "Send the days in their order.");
            }
            return new Days(from, to);
        } catch (DateTimeException e) {
            throw problem("value", day.path(), "is no full date", "Send a day, such as 2026-03-10.");
        }
    }

    private static String day(Element date) {
        String text = date.textOr("");
        return text.length() > 10 ? text.substring(0, 10) : text;
    }

    private static List<Asked> asked(Element request, SessionResources resources, List<CoverOnFile> files, Days days)
            throws BadInput {
        List<Asked> asked = new ArrayList<>();
        for (Element insurance : request.each("insurance")) {
            Element reference = insurance.child("coverage");
            Resource coverage = resources
                    .find(reference)
                    .filter(found -> found.type().equals("Coverage"))
                    .orElseThrow(() -> notFound(reference.path(), "Coverage"));
            asked.add(new Asked(named(files, coverage), coverage.root()));
        }
        if (asked.isEmpty()) {
            for (Resource coverage : resources.ofType("Coverage")) {
                CoverOnFile file = named(files, coverage);
                if (file.covers(days.from())) {
                    asked.add(new Asked(file, coverage.root()));
                }
            }
        }
        if (asked.isEmpty()) {
            throw problem(
                    "required",
                    TYPE + ".insurance",
                    "names no coverage, and none of the patient is in force on the day",
                    "Store a Coverage of the patient, and name it in insurance.coverage.");
        }
        return asked;
    }

    private static CoverOnFile named(List<CoverOnFile> files, Resource coverage) {
        return files.stream()
                .filter(file -> file.reference().equals(coverage.reference()))
                .findFirst()
                .orElseThrow();
    }

    private CoverOnFile file(ObjectNode bundle, Element request, Resource coverage) throws BadInput {
        Submission read = submission(bundle, request, coverage.reference());
        boolean active = coverage.root().child("status").is("active");
        return new CoverOnFile(coverage.reference(), active, read.cover(), Circumstances.UNKNOWN);
    }

    private static String payor(Element coverage) {
        return coverage.each("payor").stream()
                .map(payor -> payor.child("reference").textOr(""))
                .filter(reference -> reference.startsWith("Organization/"))
                .findFirst()
                .orElse("");
    }

    /** The parties as those of a claim to one coverage. */
    private Submission submission(ObjectNode bundle, Element request, String coverage) throws BadInput {
        ObjectNode claim = Nodes.resource("Claim").put("id", "question").put("status", "draft");
        copy(request, claim, "patient");
        copy(request, claim, "provider");
        copy(request, claim, "contained");
        if (!coverage.isEmpty()) {
            int order = order(bundle, coverage);
            claim.putArray("insurance")
                    .addObject()
                    .put("sequence", order)
                    .put("focal", true)
                    .set("coverage", Nodes.object().put("reference", coverage));
        }
        ObjectNode with = bundle.deepCopy();
        ((ArrayNode) with.get("entry")).addObject().set("resource", claim);
        return claims.read(with, "question").submission();
    }

    private static int order(JsonNode bundle, String coverage) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (coverage.equals("Coverage/" + resource.path("id").asText())) {
                return Math.max(1, resource.path("order").asInt(1));
            }
        }
        return 1;
    }

    private static void copy(Element from, ObjectNode to, String name) {
        Optional.of(from.child(name)).filter(Element::present).ifPresent(found -> to.set(name, found.json()));
    }

    private static BadInput notFound(String path, String type) {
        return problem("not-found", path, "leads to no " + type + " that is stored", "Store it first, then ask.");
    }

    private static BadInput problem(String code, String path, String what, String fix) {
        return new BadInput(List.of(new InputProblem(code, path, path + " " + what + ".", fix)));
    }
}
