package org.plainclaim.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.MeasureReader.Answers;

/** Reads the answers and stated scores of one Observation or QuestionnaireResponse. */
final class AnswerReader {
    private final Instruments known;
    private final Map<String, Fact<Integer>> points = new HashMap<>();
    private final Map<String, Fact<Integer>> totals = new HashMap<>();
    private final List<Instrument> named = new ArrayList<>();

    AnswerReader(Instruments known) {
        this.known = known;
    }

    /** A score with or without the answers as components; an answer alone is no measure. */
    Answers observation(Element observation) {
        for (Element coding : loinc(observation.child("code"))) {
            String code = coding.child("code").textOr("");
            known.ofTotal(code).ifPresent(instrument -> {
                value(observation, code);
                name(instrument);
            });
            known.ofPanel(code).ifPresent(this::name);
        }
        if (!named.isEmpty()) {
            for (Element component : observation.each("component")) {
                loinc(component.child("code"))
                        .forEach(coding -> value(component, coding.child("code").textOr("")));
            }
        }
        return new Answers(answered(), points, totals);
    }

    /** A panel that has neither an answer nor a score says nothing. */
    private List<Instrument> answered() {
        return points.isEmpty() && totals.isEmpty() ? List.of() : named;
    }

    private static List<Element> loinc(Element concept) {
        return concept.each("coding").stream()
                .filter(coding -> coding.child("system").is(Systems.LOINC))
                .toList();
    }

    private void value(Element element, String code) {
        Element integer = element.choice("value", "Integer");
        Element quantity = element.choice("value", "Quantity").child("value");
        Element concept = element.choice("value", "CodeableConcept");
        if (integer.present() || quantity.present()) {
            put(code, number(integer.present() ? integer : quantity));
        } else if (concept.present()) {
            concept.each("coding").forEach(coding -> put(code, coded(code, coding)));
        }
    }

    /** The answers of a form: the question is told by its linkId, or by the code that the form's definition gives it. */
    Answers response(Element response) {
        Map<String, String> codes = new HashMap<>();
        for (Element contained : response.each("contained")) {
            if (contained.json().path("resourceType").asText().equals("Questionnaire")) {
                contained.each("code").forEach(coding -> known.ofPanel(
                                coding.child("code").textOr(""))
                        .ifPresent(this::name));
                declared(contained, codes);
            }
        }
        String form = response.child("questionnaire").textOr("");
        known.ofPanel(lastPart(form.split("\\|", 2)[0])).ifPresent(this::name);
        items(response, codes);
        totals.keySet().forEach(code -> known.ofTotal(code).ifPresent(this::name));
        List<Instrument> instruments = named.isEmpty() ? known.answeredBy(points.keySet()) : answered();
        return new Answers(instruments, points, totals);
    }

    private static void declared(Element parent, Map<String, String> codes) {
        for (Element item : parent.each("item")) {
            for (Element coding : item.each("code")) {
                if (coding.child("system").is(Systems.LOINC)) {
                    codes.put(
                            item.child("linkId").textOr(""),
                            coding.child("code").textOr(""));
                }
            }
            declared(item, codes);
        }
    }

    private void items(Element parent, Map<String, String> codes) {
        for (Element item : parent.each("item")) {
            String link = item.child("linkId").textOr("");
            String code = codes.getOrDefault(link, lastPart(link));
            known.ofPanel(code).ifPresent(this::name);
            for (Element answer : item.each("answer")) {
                answer(answer, code);
                items(answer, codes);
            }
            items(item, codes);
        }
    }

    /** {@code 44250-9} of {@code 44250-9}, {@code /44250-9} and {@code /44249-1/44250-9}. */
    private static String lastPart(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void answer(Element answer, String code) {
        Element integer = answer.choice("value", "Integer");
        Element decimal = answer.choice("value", "Decimal");
        Element coding = answer.choice("value", "Coding");
        if (integer.present() || decimal.present()) {
            put(code, number(integer.present() ? integer : decimal));
        } else if (coding.present()) {
            put(code, coded(code, coding));
        }
    }

    private static Fact<Integer> number(Element element) {
        return element.fact(text -> {
            try {
                return Optional.of(new java.math.BigDecimal(text).intValueExact());
            } catch (ArithmeticException | NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** The points that the tables give the answer, else those that the answer itself states. */
    private Fact<Integer> coded(String item, Element coding) {
        Element code = coding.child("code");
        Element ordinal = coding.extension(Systems.ORDINAL).choice("value", "Decimal");
        Optional<Integer> points = known.points(item, code.textOr(""));
        if (points.isPresent() || !ordinal.present()) {
            return new Fact<>(points.orElse(null), List.of(code.evidence()));
        }
        return number(ordinal);
    }

    private void put(String code, Fact<Integer> value) {
        if (known.ofTotal(code).isPresent()) {
            totals.putIfAbsent(code, value);
        } else if (known.knows(code)) {
            points.putIfAbsent(code, value);
        }
    }

    private void name(Instrument instrument) {
        if (named.stream().noneMatch(other -> other.id().equals(instrument.id()))) {
            named.add(instrument);
        }
    }
}
