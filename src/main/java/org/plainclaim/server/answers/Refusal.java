package org.plainclaim.server.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plainclaim.x12.acknowledgment.AcknowledgmentWords;
import org.plainclaim.x12.acknowledgment.SegmentError;
import org.plainclaim.x12.acknowledgment.TransactionAcknowledgment;

/**
 * Why an interchange or a transaction of ours was refused.
 *
 * @param whole codes about all of it
 * @param nowhere segments that are said to belong to no claim
 * @param claims codes about the segments of claims, by CLM01
 */
record Refusal(List<Code> whole, List<SegmentError> nowhere, Map<String, List<Code>> claims) {
    Refusal {
        whole = List.copyOf(whole);
        nowhere = List.copyOf(nowhere);
        claims = Map.copyOf(claims);
    }

    /**
     * A code of an acknowledgment.
     *
     * @param element where it stands, such as IK3
     * @param code the code
     * @param place of what it speaks, such as {@code NM1 12}; empty if of all
     */
    record Code(String element, String code, String place) {
        /** As it stands in the file, and what it means. */
        String text(AcknowledgmentWords words) {
            String written = element + " " + code + (place.isEmpty() ? "" : " at " + place);
            return words.of(element, code)
                    .map(meaning -> written + " (" + meaning + ")")
                    .orElse(written);
        }
    }

    static Refusal of(String element, List<String> codes) {
        return new Refusal(whole(element, codes), List.of(), Map.of());
    }

    static Refusal of(TransactionAcknowledgment one) {
        return new Refusal(whole("IK5", one.codes()), List.of(), Map.of())
                .with(one.errors(), error -> error.claim().isEmpty() ? Set.of() : Set.of(error.claim()));
    }

    /** The same with errors, each at the claims it is about. */
    private Refusal with(List<SegmentError> errors, Function<SegmentError, Set<String>> owners) {
        List<SegmentError> left = new ArrayList<>();
        Map<String, List<Code>> told = new LinkedHashMap<>();
        claims.forEach((claim, codes) -> told.put(claim, new ArrayList<>(codes)));
        for (SegmentError error : errors) {
            Set<String> owning = owners.apply(error);
            if (owning.isEmpty()) {
                left.add(error);
            }
            owning.forEach(claim ->
                    told.computeIfAbsent(claim, made -> new ArrayList<>()).addAll(codes(error)));
        }
        return new Refusal(whole, left, told);
    }

    private static List<Code> codes(SegmentError error) {
        List<Code> codes = new ArrayList<>();
        codes.add(new Code("IK3", error.code(), error.segment() + " " + error.position()));
        error.elements()
                .forEach(element -> codes.add(new Code(
                        "IK4",
                        element.code(),
                        error.segment() + " element " + element.element()
                                + (element.component() == 0 ? "" : "-" + element.component()))));
        return codes;
    }

    /** Positions in the transaction that tell whose the segments are that are said to belong to no claim. */
    Set<Long> positions() {
        return nowhere.stream()
                .flatMap(error -> SentClaimPlaces.around(error).stream())
                .collect(Collectors.toSet());
    }

    /** The same with these segments at the claims in which they stand in what we sent, as far as they do. */
    Refusal traced(SentClaimPlaces places) {
        return with(nowhere, places::of);
    }

    /** True if segments are in error of which nobody can say whose they are. */
    boolean untraced() {
        return !nowhere.isEmpty();
    }

    /** True if all of it is refused, and nothing in it is named. */
    boolean ofAll() {
        return nowhere.isEmpty() && claims.isEmpty();
    }

    private static List<Code> whole(String element, List<String> codes) {
        return codes.stream().map(code -> new Code(element, code, "")).toList();
    }

    /** True if a claim of a transaction is refused for nothing of its own, but for another claim in it. */
    boolean spares(String claim, Set<String> transaction) {
        return nowhere.isEmpty()
                && !claims.isEmpty()
                && !claims.containsKey(claim)
                && transaction.containsAll(claims.keySet());
    }

    /** What is said of a claim: of all of the transaction, and of its own segments or those of no claim. */
    List<Code> codes(String claim) {
        List<Code> codes = new ArrayList<>(whole);
        nowhere.forEach(error -> codes.addAll(codes(error)));
        codes.addAll(claims.getOrDefault(claim, List.of()));
        return codes;
    }

    /** The same with their meaning. */
    List<String> texts(String claim, AcknowledgmentWords words) {
        return codes(claim).stream().map(code -> code.text(words)).toList();
    }
}
