package org.plainclaim.fhir.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary.Domain;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;

/** Who took part: the care team of a claim, and who of them rendered which line. */
final class CareTeam {
    private static final Map<String, Role> ROLES = Map.of(
            "rendering", Role.RENDERING,
            "supervising", Role.SUPERVISING,
            "attending", Role.ATTENDING,
            "referring", Role.REFERRING,
            "ordering", Role.ORDERING);

    private final ClaimReading reading;
    private final List<Member> members;
    private final Optional<Member> rendering;

    /** A member whose part goes on a claim. */
    private record Member(String sequence, Role role, Provider provider) {}

    CareTeam(ClaimReading reading) {
        this.reading = reading;
        this.members = members(reading);
        this.rendering = renderingOfClaim();
    }

    /** On an institutional claim the primary one attends, unless somebody else is named for that. */
    private static List<Member> members(ClaimReading reading) {
        ProviderReader providers = new ProviderReader(reading);
        List<Element> team = reading.claim().each("careTeam");
        boolean attended =
                team.stream().anyMatch(member -> part(reading, member).equals("attending"));
        List<Member> members = new ArrayList<>();
        boolean attends = reading.institutional() && !attended;
        for (Element member : team) {
            String part = part(reading, member);
            boolean primary = part.equals("primary");
            Role role = primary ? (attends ? Role.ATTENDING : Role.RENDERING) : ROLES.get(part);
            if (role != null) {
                String taxonomy = ClaimReading.code(member.child("qualification"), Systems.TAXONOMY);
                Provider provider = providers.clinician(member.child("provider"), taxonomy);
                members.add(new Member(member.child("sequence").textOr(""), role, provider));
                attends &= !primary;
            }
        }
        return members;
    }

    private static String part(ClaimReading reading, Element member) {
        return reading.meaning(Domain.CARE_TEAM, member.child("role")).orElse("");
    }

    /** The first of each role. */
    void into(Map<Role, Provider> providers) {
        members.stream()
                .filter(member -> member.role() != Role.RENDERING)
                .forEach(member -> providers.putIfAbsent(member.role(), member.provider()));
        rendering.ifPresent(member -> providers.put(Role.RENDERING, member.provider()));
    }

    /** Who rendered the claim: one to whom no line points, else the first if every line points to somebody. */
    private Optional<Member> renderingOfClaim() {
        List<Member> all = members.stream()
                .filter(member -> member.role() == Role.RENDERING)
                .toList();
        List<Element> items = reading.claim().each("item");
        Set<String> pointed = items.stream().flatMap(CareTeam::pointers).collect(Collectors.toSet());
        Optional<Member> free = all.stream()
                .filter(member -> !pointed.contains(member.sequence()))
                .findFirst();
        boolean everyLine = items.stream().allMatch(item -> ofLine(item, all).isPresent());
        return free.isPresent() || !everyLine ? free : all.stream().findFirst();
    }

    private static Stream<String> pointers(Element item) {
        return item.each("careTeamSequence").stream().map(sequence -> sequence.textOr(""));
    }

    private static Optional<Member> ofLine(Element item, List<Member> rendering) {
        List<String> pointers = pointers(item).toList();
        return rendering.stream()
                .filter(member -> pointers.contains(member.sequence()))
                .findFirst();
    }

    /** Who rendered a line, if another than the one of the claim. */
    @Nullable
    Provider rendering(Element item) {
        List<Member> all = members.stream()
                .filter(member -> member.role() == Role.RENDERING)
                .toList();
        return ofLine(item, all)
                .map(Member::provider)
                .filter(provider -> rendering
                        .filter(member -> member.provider().equals(provider))
                        .isEmpty())
                .orElse(null);
    }
}
