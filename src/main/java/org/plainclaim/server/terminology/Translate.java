package org.plainclaim.server.terminology;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeMapping;

/** Translates a code into another system, by the rows that hold on a date. */
final class Translate implements Operation {
    /** Where our concept maps have their canonical URLs. */
    static final String BASE = "https://plainclaim.org/fhir/ConceptMap/";

    private static final Set<String> PARAMETERS =
            Set.of("url", "code", "system", "version", "coding", "codeableConcept", "targetsystem", "reverse", "date");

    @Override
    public String type() {
        return "ConceptMap";
    }

    @Override
    public String name() {
        return "$translate";
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    /** A row and the map it is from, in the direction that was asked. */
    private record Match(CodeMap map, CodeMapping row, boolean reverse) {
        String system() {
            return reverse ? map.sourceUri() : map.targetUri();
        }
    }

    @Override
    public void answer(Call call, Answer answer) throws IOException, Refused {
        boolean reverse = call.asked().flag("reverse");
        List<CodeMap> named = named(call);
        List<Coded> codes = call.asked().codes(call.asked().text("system"));
        List<Match> matches = new ArrayList<>();
        boolean known = false;
        for (Coded code : codes) {
            for (CodeMap map : fitting(named, code.system(), call, reverse)) {
                known |= map.knows(code.code(), reverse);
                map.translate(code.code(), call.date(), reverse)
                        .forEach(row -> matches.add(new Match(map, row, reverse)));
            }
        }
        write(matches, known, call, answer);
    }

    /** The map that is asked for, or all. */
    private static List<CodeMap> named(Call call) throws Refused {
        String url = call.asked().text("url");
        String id =
                call.id() != null || url == null || !url.startsWith(BASE) ? call.id() : url.substring(BASE.length());
        if (id == null && url == null) {
            return call.vocabulary().maps();
        }
        List<CodeMap> found = call.vocabulary().maps().stream()
                .filter(map -> map.id().equals(id))
                .toList();
        if (found.isEmpty()) {
            throw Refused.unknown("There is no concept map '" + (url == null ? id : url)
                    + "' here; list those there are with GET ConceptMap.");
        }
        call.refuseOther("url", BASE + id);
        return found;
    }

    private static List<CodeMap> fitting(List<CodeMap> maps, @Nullable String system, Call call, boolean reverse)
            throws Refused {
        if (system == null && maps.size() > 1) {
            throw Refused.malformed("system is missing; send the system of the code, or the url of a concept map.");
        }
        String target = call.asked().text("targetsystem");
        List<CodeMap> found = maps.stream()
                .filter(map -> system == null || system.equals(reverse ? map.targetUri() : map.sourceUri()))
                .filter(map -> target == null || target.equals(reverse ? map.sourceUri() : map.targetUri()))
                .toList();
        if (found.isEmpty()) {
            throw Refused.unknown("No concept map here leads from '" + system + "'"
                    + (target == null ? "" : " to '" + target + "'") + "; list them with GET ConceptMap.");
        }
        return found;
    }

    private static void write(List<Match> matches, boolean known, Call call, Answer out) throws IOException {
        out.begin();
        out.put("result", !matches.isEmpty());
        if (matches.isEmpty()) {
            out.put(
                    "message",
                    "valueString",
                    known
                            ? "The code has a mapping, but none on " + call.date() + "; ask with another date."
                            : "The concept maps here say nothing of the code.");
        }
        out.put("date", call.date());
        for (Match match : matches) {
            out.beginParts("match");
            out.put("equivalence", "valueCode", match.row().equivalence().code());
            writeConcept(match, out.json());
            out.put("source", "valueUri", BASE + match.map().id());
            out.endParts();
        }
        out.end();
    }

    private static void writeConcept(Match match, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", "concept");
        json.writeObjectFieldStart("valueCoding");
        json.writeStringField("system", match.system());
        json.writeStringField("code", match.row().target().code());
        json.writeStringField("display", match.row().target().label());
        json.writeEndObject();
        json.writeEndObject();
    }
}
