package org.plainclaim.server.terminology;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;

/** Tells everything that is known of a code on a date. */
final class Lookup implements Operation {
    private static final Set<String> PARAMETERS =
            Set.of("code", "system", "version", "coding", "date", "displayLanguage", "property");

    @Override
    public String type() {
        return "CodeSystem";
    }

    @Override
    public String name() {
        return "$lookup";
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public void answer(Call call, Answer answer) throws IOException, Refused {
        List<Coded> codes = call.asked().codes(call.asked().text("system"));
        Coded asked = codes.get(0);
        DatedCodeSystem system = system(call, asked);
        Verdict verdict = Verdict.of(system, asked, call.date(), false);
        DatedCode found = verdict.answer().code();
        if (codes.size() > 1 || found == null) {
            throw codes.size() > 1
                    ? Refused.malformed("$lookup tells of one code; send one coding.")
                    : Refused.unknown(verdict.message() + " Check the code, or load a newer release.");
        }
        write(new Found(system, found, verdict), call, answer);
    }

    private record Found(DatedCodeSystem system, DatedCode code, Verdict verdict) {
        CodeRelease release() {
            return verdict.answer().release();
        }
    }

    private static DatedCodeSystem system(Call call, Coded asked) throws Refused {
        if (call.id() != null) {
            DatedCodeSystem system = call.vocabulary().systemOfId(call.id());
            call.refuseOther("system", system.uri());
            return system;
        }
        String uri = asked.system();
        if (uri == null) {
            throw Refused.malformed("system is missing; send it, such as http://hl7.org/fhir/sid/icd-10-cm.");
        }
        return call.vocabulary().system(uri);
    }

    private static void write(Found found, Call call, Answer out) throws IOException {
        CodeAnswer look = found.system().look(found.code().code(), call.date());
        LocalDate verified = found.code().verifiedOn() != null
                ? found.code().verifiedOn()
                : found.release().verifiedOn();
        Property properties = new Property(call.asked().properties(), out);
        out.begin();
        out.put("name", "valueString", found.system().label());
        out.put("version", "valueString", found.release().name());
        out.put("display", "valueString", found.code().label());
        out.put("date", call.date());
        if (look.validity() != Validity.VALID) {
            out.put(
                    "message",
                    "valueString",
                    Objects.requireNonNull(found.verdict().message()));
        }
        properties.flag("leaf", found.code().leaf());
        properties.date("effective-from", found.code().period().from());
        properties.date("effective-to", found.code().period().to());
        properties.text("validity", "valueCode", Verdict.code(look.validity()));
        properties.text("release", "valueString", found.release().name());
        properties.text("citation", "valueString", found.code().source());
        properties.date("verified-on", verified);
        out.end();
    }

    /** Writes the properties that are wanted. */
    private record Property(List<String> wanted, Answer out) {
        void text(String code, String type, @Nullable String value) throws IOException {
            if (value != null && isWanted(code)) {
                out.beginParts("property");
                out.put("code", "valueCode", code);
                out.put("value", type, value);
                out.endParts();
            }
        }

        void date(String code, @Nullable LocalDate value) throws IOException {
            text(code, "valueDateTime", value == null ? null : value.toString());
        }

        void flag(String code, boolean value) throws IOException {
            if (isWanted(code)) {
                out.beginParts("property");
                out.put("code", "valueCode", code);
                out.put("value", value);
                out.endParts();
            }
        }

        private boolean isWanted(String code) {
            return wanted.isEmpty() || wanted.contains(code);
        }
    }
}
