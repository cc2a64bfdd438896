package org.plainclaim.server.terminology;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.server.terminology.Vocabulary.Member;

/** Lists the codes of a value set that are in use on a date. */
final class Expand implements Operation {
    private static final int MOST = 1000;
    private static final int LONGEST_FILTER = 200;
    private static final Set<String> PARAMETERS = Set.of(
            "url",
            "valueSetVersion",
            "filter",
            "date",
            "offset",
            "count",
            "includeDesignations",
            "includeDefinition",
            "activeOnly",
            "excludeNested",
            "excludeNotForUI",
            "excludePostCoordinated",
            "displayLanguage");

    @Override
    public String type() {
        return "ValueSet";
    }

    @Override
    public String name() {
        return "$expand";
    }

    @Override
    public Set<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public void answer(Call call, Answer answer) throws IOException, Refused {
        NamedSet set = ValidateInSet.named(call);
        String filter = call.asked().text("filter");
        if (filter != null && filter.length() > LONGEST_FILTER) {
            throw Refused.malformed("filter is longer than " + LONGEST_FILTER + " characters; send a few words.");
        }
        Integer count = call.asked().number("count");
        Integer offset = call.asked().number("offset");
        List<Member> members = filtered(call.vocabulary().expand(set, call.date()), filter);
        if (count == null && members.size() > MOST) {
            throw Refused.unanswerable(
                    "too-costly",
                    "The expansion has " + members.size() + " codes, and " + MOST
                            + " at most are sent at once; send count and offset, or a filter.");
        }
        Page page = new Page(filter, count, offset == null ? 0 : offset, members);
        write(new Expansion(set, page, call), answer.json());
    }

    private record Page(@Nullable String filter, @Nullable Integer count, int offset, List<Member> all) {
        List<Member> members() {
            int most = count == null ? MOST : Math.min(count, MOST);
            return all.stream().skip(offset).limit(most).toList();
        }
    }

    private record Expansion(NamedSet set, Page page, Call call) {
        List<DatedCodeSystem> systems() throws Refused {
            Stream.Builder<DatedCodeSystem> systems = Stream.builder();
            for (String uri : set.selection().systems().toList()) {
                systems.add(call.vocabulary().system(uri));
            }
            return systems.build().toList();
        }

        String identifier() {
            String text = set.url() + "|" + call.date() + "|" + page.filter + "|"
                    + call.vocabulary().tag();
            return "urn:uuid:" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Every word of the filter stands in the code or in its label, in any case. */
    private static List<Member> filtered(List<Member> members, @Nullable String filter) {
        if (filter == null) {
            return members;
        }
        String[] words = filter.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return members.stream().filter(member -> has(member.code(), words)).toList();
    }

    private static boolean has(DatedCode code, String[] words) {
        String text = (code.code() + " " + code.label()).toLowerCase(Locale.ROOT);
        return Stream.of(words).allMatch(text::contains);
    }

    private static void write(Expansion expansion, JsonGenerator json) throws IOException, Refused {
        NamedSet set = expansion.set();
        json.writeStartObject();
        json.writeStringField("resourceType", "ValueSet");
        json.writeStringField("id", set.id());
        json.writeStringField("url", set.url());
        json.writeStringField("version", set.version());
        json.writeStringField("name", set.name());
        json.writeStringField("title", set.title());
        json.writeStringField("status", "active");
        json.writeObjectFieldStart("expansion");
        json.writeStringField("identifier", expansion.identifier());
        json.writeStringField("timestamp", expansion.call().vocabulary().since().toString());
        json.writeNumberField("total", expansion.page().all().size());
        json.writeNumberField("offset", expansion.page().offset());
        writeParameters(expansion, json);
        writeMembers(expansion.page().members(), json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeParameters(Expansion expansion, JsonGenerator json) throws IOException, Refused {
        LocalDate date = expansion.call().date();
        Page page = expansion.page();
        json.writeArrayFieldStart("parameter");
        text("date", "valueDateTime", date.toString(), json);
        if (page.filter() != null) {
            text("filter", "valueString", page.filter(), json);
        }
        if (page.count() != null) {
            json.writeStartObject();
            json.writeStringField("name", "count");
            json.writeNumberField("valueInteger", page.count());
            json.writeEndObject();
        }
        for (DatedCodeSystem system : expansion.systems()) {
            var release = system.edition(date).release();
            EffectivePeriod covers = release.covers();
            text("version", "valueUri", system.uri() + "|" + release.name(), json);
            if (!covers.contains(date)) {
                text("not-checked", "valueString", notCovered(system, date), json);
            }
        }
        json.writeEndArray();
    }

    private static String notCovered(DatedCodeSystem system, LocalDate date) {
        return "No release of " + system.label() + " at hand covers " + date + "; these are the codes of the nearest.";
    }

    private static void text(String name, String type, String value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField(type, value);
        json.writeEndObject();
    }

    private static void writeMembers(List<Member> members, JsonGenerator json) throws IOException {
        if (members.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("contains");
        for (Member member : members) {
            json.writeStartObject();
            json.writeStringField("system", member.system().uri());
            if (!member.code().leaf()) {
                json.writeBooleanField("abstract", true);
            }
            json.writeStringField("code", member.code().code());
            json.writeStringField("display", member.code().label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
