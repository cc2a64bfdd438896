package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.eligibility.InquiryGate.Inquiry;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** A 270 has no place for the notice of 42 CFR 2.32: it leaves only for a payer whose agreement has the notice. */
final class NoticeWithoutPlaceTest {
    private final Records records = new Records(RunningServer.H2.http());
    private final List<MadeDisclosure> told = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyARowOfThePayerLetsTheQuestionOut() throws IOException {
        records.patient();
        records.organization(true);
        records.consent("k", "");
        Finding held = questions(RuleLoader.load(TerminologyFolder.shipped()))
                .objection(inquiry(""))
                .orElseThrow();
        assertEquals("confidentiality-notice-without-place", held.rule());
        assertTrue(held.fix().contains("agreement"), held::fix);

        PayerQuestions agreed = questions(withAgreement("tricare"));
        assertTrue(agreed.objection(inquiry("")).isPresent(), "of another payer nobody agreed");
        assertTrue(agreed.objection(inquiry("tricare")).isEmpty());
        agreed.asked(inquiry("tricare"));
        assertEquals("agreement", told.get(0).noticeAt());
        assertEquals("270", told.get(0).way());
    }

    private PayerQuestions questions(RuleLibrary library) {
        return new PayerQuestions(
                new Rules(() -> library), RunningServer.H2.part(Labeller.Tables.class), told::add, Clock.systemUTC());
    }

    private Inquiry inquiry(String book) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return new Inquiry(
                "CoverageEligibilityRequest/1",
                "Patient/" + records.key + "-p",
                "Organization/" + records.key + "-o",
                "",
                "P1",
                book,
                "",
                today,
                today);
    }

    /** What ships, with a row of a payer. */
    private RuleLibrary withAgreement(String payer) throws IOException {
        Path from = Path.of("terminology");
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(
                    file -> copy(file, folder.resolve(from.relativize(file).toString())));
        }
        Files.writeString(
                folder.resolve("payers/" + payer + "/ways.csv"),
                """
                rule,way,place,effective_from,effective_to,citation,verified_on,confidence,comment
                way-270,270,agreement,,,Trading partner agreement of the practice,2026-11-30,reported,
                """);
        return RuleLoader.load(new TerminologyFolder(folder));
    }

    private static void copy(Path from, Path to) {
        try {
            if (!Files.isDirectory(to)) {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
