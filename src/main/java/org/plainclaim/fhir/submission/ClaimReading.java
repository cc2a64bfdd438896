package org.plainclaim.fhir.submission;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Resource;
import org.plainclaim.fhir.SessionResources;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.Vocabulary.Domain;

/** One reading of one claim: what is at hand, what its codes mean, and what could not be read. */
final class ClaimReading {
    private static final BigDecimal MOST = new BigDecimal("999999999999");
    private static final int DECIMALS = 6;

    private final Resource claim;
    private final SessionResources resources;
    private final Vocabulary vocabulary;
    private final List<InputProblem> problems = new ArrayList<>();

    ClaimReading(Resource claim, SessionResources resources, Vocabulary vocabulary) {
        this.claim = claim;
        this.resources = resources;
        this.vocabulary = vocabulary;
    }

    Element claim() {
        return claim.root();
    }

    /** The reference of the claim. */
    String reference() {
        return claim.reference();
    }

    boolean institutional() {
        return code(claim().child("type"), "").equals("institutional");
    }

    List<InputProblem> problems() {
        return problems;
    }

    void problem(String code, Element element, String what, String fix) {
        InputProblem problem = new InputProblem(code, element.path(), element.path() + " " + what + ".", fix);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<Element> ofType(String type) {
        return resources.ofType(type).stream().map(Resource::root).toList();
    }

    /** What a reference leads to; a reference that leads to nothing is a problem, one by identifier alone is not. */
    Optional<Element> follow(Element reference) {
        Optional<Resource> found = find(reference);
        if (found.isEmpty() && reference.child("reference").present()) {
            problem(
                    "not-found",
                    reference,
                    "leads to nothing that is at hand",
                    "Store or send the resource that it refers to.");
        }
        return found.map(Resource::root);
    }

    Optional<Resource> find(Element reference) {
        return reference.present() ? resources.find(reference) : Optional.empty();
    }

    /** True if the reference leads to the resource. */
    boolean leads(Element reference, Element target) {
        return find(reference)
                .filter(found -> found.reference().equals(target.resource()))
                .isPresent();
    }

    /** The code that a concept has in a system, or in any if the system is empty; empty if it has none. */
    static String code(Element concept, String system) {
        return concept.each("coding").stream()
                .filter(coding -> system.isEmpty() || coding.child("system").is(system))
                .map(coding -> coding.child("code").textOr(""))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("");
    }

    static boolean has(Element concept, String system, String code) {
        return concept.each("coding").stream()
                .anyMatch(coding -> coding.child("system").is(system)
                        && coding.child("code").is(code));
    }

    /** What the first understood coding of a concept means. */
    Optional<String> meaning(Domain domain, Element concept) {
        return concept.each("coding").stream()
                .flatMap(coding ->
                        vocabulary
                                .meaning(
                                        domain,
                                        coding.child("system").textOr(""),
                                        coding.child("code").textOr(""))
                                .stream())
                .findFirst();
    }

    Optional<String> meaning(Domain domain, String system, String code) {
        return vocabulary.meaning(domain, system, code);
    }

    /** The value of the first identifier of a system; empty if there is none. */
    static String identifier(Element resource, String system) {
        return resource.each("identifier").stream()
                .filter(identifier -> identifier.child("system").is(system))
                .map(identifier -> identifier.child("value").textOr("").strip())
                .findFirst()
                .orElse("");
    }

    /** The value of the first identifier of a type of HL7; empty if there is none. */
    static String identifierOfType(Element resource, String type) {
        return resource.each("identifier").stream()
                .filter(identifier -> has(identifier.child("type"), Terms.IDENTIFIER_TYPE, type))
                .map(identifier -> identifier.child("value").textOr("").strip())
                .findFirst()
                .orElse("");
    }

    static String npi(Element resource) {
        return identifier(resource, Systems.NPI);
    }

    /** A day; null if there is none, and a problem if it can not be read. */
    @Nullable
    LocalDate day(Element date) {
        String text = date.text();
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            problem("value", date, "is not a full date", "Send it as in 2026-03-03.");
            return null;
        }
    }

    /** A number of ordinary size; null if there is none, and a problem if it can not be read. */
    @Nullable
    BigDecimal number(Element number) {
        String text = number.text();
        if (text == null) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) <= 20 && value.abs().compareTo(MOST) <= 0) {
                BigDecimal plain = value.stripTrailingZeros();
                if (plain.scale() <= DECIMALS) {
                    return plain;
                }
            }
        } catch (NumberFormatException e) {
            // said below
        }
        problem("value", number, "is not a number that a claim can have", "Send a plain decimal number.");
        return null;
    }

    /** An amount of dollars; null if there is none, and a problem if it is in another currency or has a part of a cent. */
    @Nullable
    BigDecimal money(Element money) {
        if (!money.present()) {
            return null;
        }
        Element currency = money.child("currency");
        if (currency.present() && !currency.is("USD")) {
            problem("value", currency, "is another currency", "Send the amount in USD.");
            return null;
        }
        BigDecimal amount = number(money.child("value"));
        if (amount != null && amount.scale() > 2) {
            problem("value", money.child("value"), "has a part of a cent", "Send dollars with two decimals.");
            return null;
        }
        return amount == null ? null : amount.setScale(2);
    }
}
