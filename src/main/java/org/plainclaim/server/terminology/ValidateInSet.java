package org.plainclaim.server.terminology;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;

/** Says whether a code is in a value set and may be used on a date. */
final class ValidateInSet implements Operation {
    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "valueSetVersion",
            "system",
            "systemVersion",
            "version",
            "code",
            "display",
            "coding",
            "codeableConcept",
            "date",
            "abstract",
            "displayLanguage");

    @Override
    public String type() {
        return "ValueSet";
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
        NamedSet set = named(call);
        Verdict best = null;
        for (Coded code : call.asked().codes(call.asked().text("system"))) {
            Verdict verdict = verdict(call, set, code);
            if (best == null || (verdict.result() && !best.result())) {
                best = verdict;
            }
        }
        if (best != null) {
            best.writeTo(answer, call.date());
        }
    }

    /** The value set that the call names, by id or by url. */
    static NamedSet named(Call call) throws Refused {
        NamedSet set = call.id() != null
                ? call.vocabulary().setOfId(call.id())
                : call.vocabulary()
                        .set(call.need("url", "send the canonical URL of a value set; GET ValueSet lists them."));
        call.refuseOther("url", set.url());
        String version = call.asked().text("valueSetVersion");
        if (version != null && !version.equals(set.version())) {
            throw Refused.unanswerable(
                    "not-found",
                    "Version '" + version + "' of the value set is not here, but '" + set.version()
                            + "'; leave valueSetVersion out.");
        }
        return set;
    }

    private static Verdict verdict(Call call, NamedSet set, Coded code) throws Refused {
        String version = call.asked().text("systemVersion");
        Coded asked = version == null ? code : new Coded(code.system(), version, code.code(), code.display());
        DatedCodeSystem system = call.vocabulary().system(uri(set, asked.system()));
        Verdict verdict = Verdict.of(system, asked, call.date(), call.asked().flag("abstract"));
        DatedCode found = verdict.answer().code();
        if (found != null && !set.selection().has(system.uri(), found)) {
            boolean heading = !found.leaf() && !verdict.result();
            return heading
                    ? verdict
                    : verdict.but(
                            "not-in-value-set", "'" + asked.code() + "' is not in the value set " + set.title() + ".");
        }
        return verdict;
    }

    /** A value set over one system needs not be told which. */
    private static String uri(NamedSet set, @Nullable String said) throws Refused {
        List<String> systems = set.selection().systems().toList();
        if (said != null) {
            return said;
        }
        if (systems.size() != 1) {
            throw Refused.malformed(
                    "system is missing; the value set takes codes of " + String.join(", ", systems) + ".");
        }
        return systems.get(0);
    }
}
