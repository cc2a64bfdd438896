package org.plainclaim.server.terminology;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.DatedCodeSystem;

/** Says whether a code of a system may be used on a date. */
final class ValidateCode implements Operation {
    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "system",
            "code",
            "version",
            "display",
            "coding",
            "codeableConcept",
            "date",
            "abstract",
            "displayLanguage");

    @Override
    public String type() {
        return "CodeSystem";
    }

    @Override
    public String name() {
        return "$validate-code";
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public void answer(Call call, Answer answer) throws IOException, Refused {
        DatedCodeSystem said = said(call);
        boolean headings = call.asked().flag("abstract");
        Verdict best = null;
        for (Coded code : call.asked().codes(said == null ? null : said.uri())) {
            Verdict verdict = Verdict.of(system(call, said, code), code, call.date(), headings);
            if (best == null || (verdict.result() && !best.result())) {
                best = verdict;
            }
        }
        if (best != null) {
            best.writeTo(answer, call.date());
        }
    }

    private static @Nullable DatedCodeSystem said(Call call) throws Refused {
        if (call.id() != null) {
            DatedCodeSystem system = call.vocabulary().systemOfId(call.id());
            call.refuseOther("url", system.uri());
            call.refuseOther("system", system.uri());
            return system;
        }
        String url = call.asked().text("url");
        String uri = url == null ? call.asked().text("system") : url;
        return uri == null ? null : call.vocabulary().system(uri);
    }

    private static DatedCodeSystem system(Call call, @Nullable DatedCodeSystem said, Coded code) throws Refused {
        String uri = code.system();
        if (said != null && (uri == null || uri.equals(said.uri()))) {
            return said;
        }
        if (said != null) {
            throw Refused.malformed(
                    "The coding is of '" + uri + "', but '" + said.uri() + "' was asked; send one of the two.");
        }
        if (uri == null) {
            throw Refused.malformed("The code system is missing; send url, such as http://hl7.org/fhir/sid/icd-10-cm.");
        }
        return call.vocabulary().system(uri);
    }
}
