package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.confidentiality.ReadingRules;
import org.plainclaim.confidentiality.ReadingRules.Reader;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.search.Sightline;

/** Decides for callers what is hidden from them. */
public final class Viewers {
    private final Rules rules;
    private final LabelTable labels;
    private final Clock clock;

    Viewers(Rules rules, LabelTable labels, Clock clock) {
        this.rules = rules;
        this.labels = labels;
        this.clock = clock;
    }

    /** True if a resource with these labels is as if it were not there for a caller. */
    boolean hides(Caller caller, Set<String> codes, Set<String> authors) {
        if (codes.isEmpty() || caller.equals(Caller.system())) {
            return false;
        }
        boolean author =
                caller.scopes().launch().fhirUser().map(authors::contains).orElse(false);
        return !reading().may(reader(caller), codes, author, LocalDate.now(clock));
    }

    /** True if a resource, {@code Type/id}, is as if it were not there for a caller. */
    public boolean hides(Caller caller, String reference) {
        return !caller.equals(Caller.system())
                && labels.find(reference)
                        .map(entry -> hides(caller, entry.labels(), entry.authors()))
                        .orElse(false);
    }

    /** True if an older version of a resource may bear a label, taken off or gone with a consent, that hides it. */
    boolean hidesOlder(Caller caller, String reference) {
        return !caller.equals(Caller.system())
                && labels.find(reference)
                        .map(entry -> hides(caller, ever(entry), entry.authors()))
                        .orElse(false);
    }

    private static Set<String> ever(LabelTable.Entry entry) {
        Set<String> ever = new TreeSet<>(entry.labels());
        ever.addAll(entry.lowered());
        if (ever.contains(Labels.PART_TWO)) {
            ever.add(Labels.NO_CONSENT);
        }
        return ever;
    }

    /** The same for who sent a request. */
    public boolean hides(RequestDetails request, String reference) {
        return hides(Callers.of(request), reference);
    }

    /** What somebody sees. */
    Sightline of(Caller caller) {
        return caller.equals(Caller.system()) ? Sightline.ALL : new Seen(caller);
    }

    private final class Seen implements Sightline {
        private final Caller caller;

        Seen(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Set<String> hidden(Collection<String> references) {
            return labels.find(references).values().stream()
                    .filter(entry -> hides(caller, entry.labels(), entry.authors()))
                    .map(LabelTable.Entry::reference)
                    .collect(Collectors.toSet());
        }

        @Override
        public String claims(String column) {
            // the codes are those of our own rows: words without blanks or quotes
            String any = Viewers.this.hidden(caller, "Claim").stream()
                    .filter(code -> code.matches("[A-Za-z0-9-]+"))
                    .map(code -> "' ' || l.labels || ' ' like '% " + code + " %'")
                    .collect(Collectors.joining(" or "));
            return any.isEmpty()
                    ? ""
                    : " and not exists (select 1 from plainclaim_label l where l.partition_id = {practice} and"
                            + " l.res_type = 'Claim' and 'Claim/' || l.res_id = " + column + " and (" + any + "))";
        }
    }

    /** The labels that hide what bears them from a caller, if some resource of the type bears any. */
    Set<String> hidden(Caller caller, String type) {
        return caller.equals(Caller.system()) || !labels.any(type)
                ? Set.of()
                : reading().hidden(reader(caller), LocalDate.now(clock));
    }

    /** True if some of a caller's labels is hidden that others of the practice see. */
    boolean restricted(Caller caller) {
        return !caller.equals(Caller.system())
                && !Collections.disjoint(
                        reading().hidden(reader(caller), LocalDate.now(clock)), Set.of("R", "42CFRPart2"));
    }

    private ReadingRules reading() {
        return rules.now().reading();
    }

    private static Reader reader(Caller caller) {
        return new Reader(
                caller.roles().stream().map(Role::code).collect(Collectors.toSet()),
                caller.purpose().name());
    }
}
