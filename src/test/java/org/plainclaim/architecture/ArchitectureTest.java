package org.plainclaim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The line: who may import whom. Imports point left. */
final class ArchitectureTest {
    /** The packages of the product in their one order. */
    private static final List<String> LINE = List.of(
            "explanation",
            "codes",
            "rules",
            "note",
            "documentation",
            "diagnosis",
            "coding",
            "edit",
            "claim",
            "advice",
            "plausibility",
            "submission",
            "eligibility",
            "authorization",
            "confidentiality",
            "scrub",
            "work",
            "access",
            "audit",
            "training",
            "x12",
            "simulator",
            "terminology",
            "release",
            "attachment",
            "transport",
            "fhir",
            "replay",
            "server",
            "cli");

    private static final List<String> ENGINE = List.of(
            "explanation",
            "codes",
            "rules",
            "note",
            "documentation",
            "diagnosis",
            "coding",
            "edit",
            "claim",
            "advice",
            "plausibility",
            "submission",
            "eligibility",
            "authorization",
            "confidentiality",
            "scrub",
            "work",
            "access",
            "audit",
            "training");

    private static final Path MAIN = Path.of("src/main/java/org/plainclaim");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.plainclaim");

    @Test
    void importsPointLeft() {
        for (int i = 0; i < LINE.size(); i++) {
            String[] right = LINE.subList(i + 1, LINE.size()).stream()
                    .map(ArchitectureTest::pattern)
                    .toArray(String[]::new);
            if (right.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(pattern(LINE.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(right)
                        .check(PRODUCT);
            }
        }
    }

    @Test
    void engineKnowsNothingButJava() {
        String[] engine = ENGINE.stream().map(ArchitectureTest::pattern).toArray(String[]::new);
        List<String> allowed = new ArrayList<>(List.of(engine));
        allowed.add("java..");
        allowed.add("org.jspecify..");
        classes()
                .that()
                .resideInAnyPackage(engine)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void hapiSpringAndJettyStayInTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("server"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ca.uhn.fhir..", "org.hl7.fhir..", "org.springframework..", "org.eclipse.jetty..", "jakarta..")
                .check(PRODUCT);
    }

    /** The replay runs inside Spark, whose libraries and those of the server do not go together. */
    @Test
    void theReplayNeedsNothingOfTheServer() {
        Set<JavaClass> reached = Reach.of(PRODUCT, "org.plainclaim.replay");
        assertTrue(reached.size() > 300, () -> "only " + reached.size() + " classes were looked at");
        List<String> strangers = reached.stream()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(
                        name -> !name.matches(
                                "(java|javax|org\\.jspecify|com\\.fasterxml\\.jackson|de\\.siegmar|picocli|"
                                        + "org\\.apache\\.pdfbox|org\\.apache\\.fontbox|org\\.jsoup|com\\.rtfparserkit|io\\.xlate)(\\..*|)"))
                .filter(name -> !name.isEmpty() && !name.matches("org\\.plainclaim\\.(?!server|cli|transport).*"))
                .distinct()
                .sorted()
                .toList();
        assertTrue(strangers.isEmpty(), () -> "the replay reaches " + strangers);
    }

    /** Untrusted bytes are read by libraries in one place, which knows nothing of what they are read for. */
    @Test
    void attachmentsAreReadByThemselves() {
        String[] libraries = {"org.apache.pdfbox..", "org.apache.fontbox..", "org.jsoup..", "com.rtfparserkit.."};
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("attachment"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(PRODUCT);
        List<String> allowed = new ArrayList<>(List.of(libraries));
        allowed.addAll(
                List.of(pattern("attachment"), pattern("explanation"), "java..", "javax.xml..", "org.jspecify.."));
        classes()
                .that()
                .resideInAPackage(pattern("attachment"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void interchangesAreReadAndWrittenInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("x12"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.xlate..")
                .check(PRODUCT);
        List<String> allowed =
                new ArrayList<>(ENGINE.stream().map(ArchitectureTest::pattern).toList());
        allowed.addAll(List.of(pattern("x12"), "io.xlate..", "java..", "javax.xml..", "org.jspecify.."));
        classes()
                .that()
                .resideInAPackage(pattern("x12"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void partnersAreReachedFromOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("transport"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.sshd..")
                .check(PRODUCT);
    }

    @Test
    void tokensAreReadInOneRoomAndPacketsSignedInAnother() {
        noClasses()
                .that()
                .resideOutsideOfPackages(pattern("server.access"), pattern("server.audit"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds.jwt..", "com.nimbusds.jose..")
                .check(PRODUCT);
        // who signs in at the workbench gets a token there, which is read where all are
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        pattern("server.access"), pattern("server.audit"), pattern("server.desk.session"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsInTheLine() throws IOException {
        try (Stream<Path> folders = Files.list(MAIN)) {
            List<String> strangers = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !LINE.contains(name))
                    .toList();
            assertTrue(strangers.isEmpty(), () -> "packages without a place in the line: " + strangers);
        }
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN)) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertTrue(silent.isEmpty(), () -> "packages without package-info: " + silent);
        }
    }

    @Test
    void filesStaySmallAndNamesSayWhatTheyAre() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> faults = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ArchitectureTest::isLongOrVague)
                    .map(Path::toString)
                    .toList();
            assertTrue(faults.isEmpty(), () -> "over 300 lines, or a name that says nothing: " + faults);
        }
    }

    private static boolean isLongOrVague(Path file) {
        String name = file.getFileName().toString();
        return lines(file) > 300
                || name.matches("(Base|Abstract)[A-Z].*")
                || name.matches(".*(Util|Utils|Helper|Manager|Impl)\\.java");
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String pattern(String name) {
        return "org.plainclaim." + name + "..";
    }

    /** A text of a note can be made only of a note that may be read: {@code NoteTexts} takes nothing but open notes. */
    @Test
    void textsOfNotesAreMadeOfOpenNotesOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.plainclaim.fhir.NoteTexts")
                .should()
                .callConstructor(org.plainclaim.note.NoteText.class, String.class, String.class, String.class)
                .check(PRODUCT);
        classes()
                .that()
                .haveFullyQualifiedName("org.plainclaim.fhir.OpenNote")
                .should()
                .haveOnlyPrivateConstructors()
                .check(PRODUCT);
    }
}
