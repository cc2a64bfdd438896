package org.plainclaim.diagnosis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** The diagnoses of a claim in their order: at most twelve, no code twice. */
public final class DiagnosisSequence {
    /** The diagnoses of another session, of which only its lines matter. */
    public static final DiagnosisSequence OF_ANOTHER = new DiagnosisSequence(List.of(), List.of(), null);

    private static final Pointing FIRST = new Pointing(List.of(1), null, List.of());

    private final List<Diagnosis> diagnoses;
    private final List<Finding> findings;
    private final @Nullable LinePointers pointers;

    DiagnosisSequence(List<Diagnosis> diagnoses, List<Finding> findings, @Nullable LinePointers pointers) {
        this.diagnoses = List.copyOf(diagnoses);
        this.findings = List.copyOf(findings);
        this.pointers = pointers;
    }

    public List<Diagnosis> diagnoses() {
        return diagnoses;
    }

    /** What the rules said of them. */
    public List<Finding> findings() {
        return findings;
    }

    /** The diagnoses that a line with this procedure code points to. */
    public Pointing pointers(String procedure, LocalDate date) {
        return pointers == null ? FIRST : pointers.of(procedure, this, date);
    }

    /** The letter that a code begins with, which tells one chapter from another; unknown without that diagnosis. */
    public Fact<String> letter(int position) {
        return position > diagnoses.size()
                ? new Fact<>(null, List.of())
                : diagnoses.get(position - 1).code().map(code -> code.substring(0, Math.min(1, code.length())));
    }

    /** Where the code of a diagnosis is written. */
    public List<Evidence> evidence(int position) {
        return fact(position).evidence();
    }

    int size() {
        return diagnoses.size();
    }

    Fact<String> fact(int position) {
        return diagnoses.get(position - 1).code();
    }

    String code(int position) {
        return diagnoses.get(position - 1).code().orElse("");
    }
}
