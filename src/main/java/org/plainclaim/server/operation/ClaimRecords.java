package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.server.operation.ClaimStore.Derived;

/** Names claims and says where they come from. */
public final class ClaimRecords {
    private static final String BASE = "https://plainclaim.org/fhir/";
    private final Clock clock;
    private final String version;

    public ClaimRecords(Clock clock, String version) {
        this.clock = clock;
        this.version = version;
    }

    /** HAPI leaves the version out of references, except where it is told that they are about a version. */
    public static void keepVersions(FhirContext fhir) {
        Set<String> paths = new TreeSet<>(fhir.getParserOptions().getDontStripVersionsFromReferencesAtPaths());
        paths.add("Provenance.target");
        paths.add("Provenance.entity.what");
        fhir.getParserOptions().setDontStripVersionsFromReferencesAtPaths(paths);
    }

    /** The id of one claim of an encounter, told from its others by its biller: always the same. */
    String id(String encounter, String biller) {
        String name = "Encounter/" + encounter + "|" + biller;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What a version of a claim was made from, with which rules and by what. */
    Provenance provenance(Derived derived, Claim claim, IIdType stored) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(stored.toUnqualified().getValue()));
        provenance.setOccurred(new Period()
                .setStart(claim.getBillablePeriod().getStart())
                .setEnd(claim.getBillablePeriod().getEnd()));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.addPolicy("urn:sha256:" + derived.release().digest());
        provenance.setActivity(new CodeableConcept(new Coding(
                "http://terminology.hl7.org/CodeSystem/v3-DataOperation",
                claim.getStatus() == Claim.ClaimStatus.CANCELLED ? "ABORT" : "UPDATE",
                null)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", null)))
                .setWho(device());
        derived.sources().forEach(source -> provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference(source)));
        return provenance;
    }

    private Reference device() {
        return new Reference()
                .setType("Device")
                .setDisplay("Plainclaim " + version)
                .setIdentifier(new Identifier()
                        .setSystem(BASE + "NamingSystem/software")
                        .setValue("plainclaim"));
    }
}
