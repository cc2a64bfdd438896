package org.plainclaim.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plainclaim.documentation.TextUse;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.Vocabulary.Domain;

/** One reading of one session: what is there, what was used of it, and what was wrong with it. */
final class Reading {
    private final SessionResources resources;
    private final Vocabulary vocabulary;
    private final ReadingRules rules;
    private final Map<String, Resource> used = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Evidence> reported = new HashSet<>();

    Reading(SessionResources resources, Vocabulary vocabulary, ReadingRules rules) {
        this.resources = resources;
        this.vocabulary = vocabulary;
        this.rules = rules;
    }

    List<Resource> ofType(String type) {
        return resources.ofType(type);
    }

    Element use(Resource resource) {
        used.put(resource.reference(), resource);
        return resource.root();
    }

    /** The resource that a reference leads to; a reference to nothing is a finding. */
    Optional<Element> follow(Element reference) {
        Optional<Resource> target = resources.find(reference);
        if (target.isEmpty() && reference.present()) {
            Element written = written(reference);
            fail("reference-unresolved", written.evidence());
        }
        return target.map(this::use);
    }

    /** Where a reference is written: its literal, else its identifier. */
    static Element written(Element reference) {
        Element literal = reference.child("reference");
        Element identifier = reference.child("identifier").child("value");
        return literal.present() || !identifier.present() ? literal : identifier;
    }

    /** True if the reference leads to the given resource. */
    boolean leadsTo(Element reference, Resource resource) {
        return resources.find(reference).filter(resource::equals).isPresent();
    }

    Optional<Resource> find(Element reference) {
        return resources.find(reference);
    }

    /** The resource that a url written in another resource leads to. */
    Optional<Resource> located(String from, String url) {
        return resources.located(from, url);
    }

    void fail(String rule, Evidence first) {
        fail(rule, List.of(first));
    }

    /** Says that nobody looked at something that was sent. */
    void notChecked(String rule, Evidence place) {
        if (reported.add(new Evidence(rule, place.resource() + place.path(), null))) {
            findings.add(rules.notChecked(rule, place));
        }
    }

    void fail(String rule, List<Evidence> evidence) {
        if (reported.add(new Evidence(
                rule,
                evidence.get(0).resource() + evidence.get(0).path(),
                null,
                evidence.get(0).span()))) {
            findings.add(rules.failed(rule, evidence));
        }
    }

    LocalDate verifiedOn(String rule) {
        return rules.verifiedOn(rule);
    }

    /** What a fact of running text is worth that is not coded. */
    Map<String, TextUse> textUses() {
        return rules.textUses();
    }

    List<Finding> findings() {
        return findings;
    }

    /** Everything that was used, by its reference. */
    Map<String, Resource> used() {
        return used;
    }

    /** The first coding of a concept that means something in a domain. */
    Optional<Known> known(Domain domain, Element concept) {
        for (Element coding : concept.each("coding")) {
            Optional<Known> known = knownCoding(domain, coding);
            if (known.isPresent()) {
                return known;
            }
        }
        return Optional.empty();
    }

    /** What a coding means in a domain. */
    Optional<Known> knownCoding(Domain domain, Element coding) {
        Element code = coding.child("code");
        return vocabulary
                .meaning(domain, coding.child("system").textOr(""), code.textOr(""))
                .map(meaning -> new Known(meaning, code));
    }

    /** Tells notes that are kept apart. */
    NoteProtection protection() {
        return new NoteProtection(vocabulary);
    }

    /** What a code of a system means. */
    Optional<String> meaningOf(Domain domain, String system, String code) {
        return vocabulary.meaning(domain, system, code);
    }

    /** What a bare code of one of our own code systems means. */
    Optional<String> meaning(Domain domain, String ownSystem, String code) {
        return vocabulary.meaning(domain, Systems.CODES + ownSystem, code);
    }

    /** The kind of place that a word of running text stands for. */
    Optional<String> placeInNote(String word) {
        return vocabulary.meaning(Domain.PLACE, "note", word);
    }

    /**
     * A code that is understood.
     *
     * @param meaning what it means here
     * @param code the element that has it
     */
    record Known(String meaning, Element code) {
        org.plainclaim.explanation.Fact<String> fact() {
            return org.plainclaim.explanation.Fact.of(meaning, code.evidence());
        }
    }
}
