package org.plainclaim.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.confidentiality.Shipped.BOOK;
import static org.plainclaim.confidentiality.Shipped.DAY;
import static org.plainclaim.confidentiality.Shipped.code;
import static org.plainclaim.confidentiality.Shipped.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.confidentiality.Content.Kind;

final class LabellingTest {
    private static final Pattern CODE = Pattern.compile("- system: (\\S+)\\s+code: (\\S+)", Pattern.MULTILINE);
    private final Labelling labelling = new Labelling(BOOK);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DIAGNOSIS, F11.20, false, R OPIOIDUD SUD",
                "DIAGNOSIS, F11.20, true, R OPIOIDUD SUD 42CFRPart2 NORDSCLCD",
                "DIAGNOSIS, F10.10, false, R ETHUD SUD",
                "DIAGNOSIS, F17.210, false, PSY",
                "DIAGNOSIS, F41.1, false, PSY",
                "DIAGNOSIS, F41.1, true, R PSY SUD 42CFRPart2 NORDSCLCD",
                "DIAGNOSIS, B20, false, R HIV",
                "DIAGNOSIS, O98.711, false, R HIV",
                "DIAGNOSIS, O98.6, false, ''",
                "DIAGNOSIS, T74.11XA, false, R SDV",
                "DIAGNOSIS, Z71.41, false, R ETHUD SUD",
                "DIAGNOSIS, Z71.4, false, ''",
                "DIAGNOSIS, I10, false, ''",
                "DIAGNOSIS, '', true, R SUD 42CFRPart2 NORDSCLCD",
                "PROCEDURE, H0020, false, R OPIOIDUD SUD",
                "PROCEDURE, 90837, false, ''",
                "PROCEDURE, F11.20, false, ''",
                "QUESTION, 82667-7, false, R SUD",
                "QUESTION, 44261-6, false, PSY",
                "NOTE, psychotherapy-note, false, V PSYTHPN HIPAAPsyNotes NOAUTH",
                "NOTE, counseling-note, true, V PSYTHPN SUD 42CFRPart2 HIPAAPsyNotes NOAUTH NORDSCLCD"
            })
    void labelsByWhatACodeIsAboutAndWhereItComesFrom(Kind kind, String code, boolean partTwo, String labels) {
        Labels found = labelling.labels(content(partTwo, code(kind, code)), DAY);
        assertEquals(labels, String.join(" ", found.codes()));
    }

    @Test
    void theStricterConfidentialityOfSeveralCodesHolds() {
        Labels found = labelling.labels(
                content(
                        false,
                        code(Kind.DIAGNOSIS, "F41.1"),
                        code(Kind.NOTE, "psychotherapy-note"),
                        code(Kind.DIAGNOSIS, "B20")),
                DAY);
        assertEquals("V", found.confidentiality());
        assertEquals(Set.of("PSY", "PSYTHPN", "HIV"), found.sensitivities());
    }

    @Test
    void everyLabelHasAReasonWithEvidence() {
        var labelled = labelling.labelled(content(true, code(Kind.DIAGNOSIS, "F11.20")), DAY);
        List<String> rules = labelled.reasons().stream()
                .map(reason -> reason.source().rule())
                .toList();
        assertTrue(
                rules.containsAll(List.of("content-substance-use", "content-opioids", "label-part-two")),
                rules::toString);
        labelled.reasons().forEach(reason -> assertTrue(reason.evidence().size() > 0));
    }

    @Test
    void whatFacilitiesArePrograms() {
        assertTrue(labelling.program("OTP", DAY));
        assertTrue(labelling.program("part-2-program", DAY));
        assertEquals(false, labelling.program("CMHC", DAY));
    }

    /** The codes that CMS itself withholds: those of the systems that we read are all about substance use here too. */
    @Test
    void agreesWithTheListOfCms() throws IOException {
        Path list = Path.of(Objects.requireNonNullElse(System.getenv("PLAINCLAIM_REFERENCE"), "../shared/reference"))
                .resolve("cms/cms-bfd-part2-security-labels.yml");
        Assumptions.assumeTrue(Files.exists(list), "skipped: no " + list);
        Set<String> notOurs = Set.of(
                "4320F", "0078U", "H0034", "T1009", "T1010", "T1011", "T1006", "T1008", "G9562", "G9578", "G9584",
                "G9621", "M1034", "M1035", "G2172", "G1028", "G0137", "G0532", "G0533", "G0534", "G0535", "G0536");
        List<String> missing = CODE.matcher(Files.readString(list))
                .results()
                .filter(found ->
                        !found.group(1).contains("icd-9") && !found.group(1).contains("ICD"))
                .filter(found -> !found.group(1).contains("DRG"))
                .filter(found -> !notOurs.contains(found.group(2)))
                .filter(found -> !labelling
                        .sensitivities(
                                code(
                                        found.group(1).contains("icd-10") ? Kind.DIAGNOSIS : Kind.PROCEDURE,
                                        found.group(2)),
                                DAY)
                        .contains("SUD"))
                .map(found -> found.group(2))
                .toList();
        assertEquals(List.of(), missing);
    }
}
