package org.plainclaim.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

final class ShippedCodesTest {
    private static final TerminologyFolder FOLDER = TerminologyFolder.shipped();
    private static final Pattern ICD_10_CM = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?");

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvFileSource(resources = "/codes/validity-by-date.csv", numLinesToSkip = 1)
    void aCodeIsJudgedByTheDateOfService(String system, String code, LocalDate date, Validity validity) {
        assertEquals(validity, ShippedCodes.system(system).look(code, date).validity());
    }

    @Test
    void everySystemIsFoundByItsUri() {
        for (DatedCodeSystem system : ShippedCodes.STORE.systems().values()) {
            assertEquals(
                    system.id(),
                    ShippedCodes.STORE.ofUri(system.uri()).orElseThrow().id());
        }
    }

    @Test
    void everyHeaderIsLongerCodesAndEveryOtherIsNot() {
        DatedCodeSystem icd = ShippedCodes.system(CodeStore.ICD_10_CM);
        for (LocalDate date : changes(icd)) {
            Set<String> headers = new HashSet<>();
            List<DatedCode> codes = icd.codes(date).toList();
            codes.stream().filter(DatedCode::leaf).forEach(code -> headers.addAll(above(code.code())));
            for (DatedCode code : codes) {
                assertTrue(ICD_10_CM.matcher(code.code()).matches(), code.code());
                assertTrue(!code.leaf() || !headers.contains(code.code()), code.code() + " on " + date);
                assertTrue(
                        code.leaf()
                                || headers.contains(code.code())
                                || code.code().startsWith("R11"),
                        code.code() + " on " + date + " is a header without codes");
            }
        }
    }

    @Test
    void labelsOfOneDateAreToldApart() {
        for (String id : List.of(CodeStore.ICD_10_CM, "place-of-service", "service-type", "carc", "rarc")) {
            DatedCodeSystem system = ShippedCodes.system(id);
            List<String> labels = system.codes(LocalDate.parse("2026-09-30"))
                    .filter(DatedCode::leaf)
                    .map(DatedCode::label)
                    .toList();
            Set<String> seen = new HashSet<>();
            assertEquals(
                    List.of(), labels.stream().filter(label -> !seen.add(label)).toList(), id);
        }
    }

    @Test
    void noCodeStandsInTwoTables() {
        Set<String> procedures = column("codes/procedure-codes", "code");
        Set<String> own = new HashSet<>(column("codes/hcpcs", "code"));
        own.addAll(column("codes/cpt", "code"));
        own.retainAll(procedures);
        assertEquals(Set.of(), own);
    }

    @Test
    void everyModifierAndPlaceOfARuleIsShipped() {
        assertEquals(Set.of(), unknown("modifiers", "rules/modifiers", "modifier"));
        assertEquals(Set.of(), unknown("place-of-service", "rules/place-of-service", "place-of-service"));
    }

    private static Set<String> unknown(String system, String table, String column) {
        Set<String> used = new HashSet<>(column(table, column));
        for (Path payer : FOLDER.folders("payers")) {
            used.addAll(column("payers/" + payer.getFileName() + "/" + table.substring("rules/".length()), column));
        }
        used.remove("");
        used.remove("as-stated");
        LocalDate date = LocalDate.parse("2026-09-30");
        return used.stream()
                .filter(code -> ShippedCodes.system(system).look(code, date).validity() != Validity.VALID)
                .collect(Collectors.toSet());
    }

    private static Set<String> column(String table, String column) {
        return FOLDER.parts(table).stream()
                .flatMap(part -> CsvFile.read(part).stream())
                .flatMap(row -> Stream.of(row.at(column).split("\\|", -1)))
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> changes(DatedCodeSystem system) {
        return system.editions().get(0).codes().values().stream()
                .flatMap(List::stream)
                .flatMap(code -> Stream.ofNullable(code.period().from()))
                .collect(Collectors.toSet());
    }

    private static Set<String> above(String code) {
        Set<String> above = new HashSet<>();
        for (int length = 3; length < code.length(); length++) {
            if (length != 4) {
                above.add(code.substring(0, length));
            }
        }
        return above;
    }
}
