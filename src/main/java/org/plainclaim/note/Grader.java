package org.plainclaim.note;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says which facts are certain: those that a strict pattern finds, in a note that raises no doubt about them. If in doubt,
 * a fact is likely.
 */
final class Grader {
    private static final Set<String> CLOCK = Set.of(NoteFacts.START, NoteFacts.STOP);
    private static final Set<String> TIMED = Set.of(
            NoteFacts.START,
            NoteFacts.STOP,
            NoteFacts.MINUTES,
            NoteFacts.PSYCHOTHERAPY_MINUTES,
            NoteFacts.EVALUATION_MINUTES);
    private static final Set<String> OF_THE_SESSION = Set.of(
            NoteFacts.START,
            NoteFacts.STOP,
            NoteFacts.MINUTES,
            NoteFacts.PSYCHOTHERAPY_MINUTES,
            NoteFacts.EVALUATION_MINUTES,
            NoteFacts.MODALITY,
            NoteFacts.GROUP_SIZE,
            NoteFacts.TELEHEALTH);

    private final Tokens tokens;
    private final Doubts doubts;
    private final StrictTimes times;
    private final StrictLengths lengths;
    private final StrictPeople people;
    private final StrictModality modality;
    private final StrictTelehealth telehealth;

    Grader(Page page, Numbers numbers) {
        this.tokens = page.tokens();
        this.doubts = new Doubts(page);
        this.times = new StrictTimes(page, numbers, doubts);
        this.lengths = new StrictLengths(page, times, doubts);
        this.people = new StrictPeople(page, doubts);
        this.modality = new StrictModality(page, doubts);
        this.telehealth = new StrictTelehealth(page, doubts);
    }

    /** The same mentions, each with its grade. */
    List<Mention> graded(List<Mention> mentions) {
        Set<Integer> ends = new HashSet<>();
        List<Mention> graded = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean certain = isCertain(mention, ends);
            graded.add(certain ? mention.as(Grade.CERTAIN) : mention);
            if (certain && CLOCK.contains(mention.fact())) {
                ends.add(tokens.indexOf(mention.span().to() - 1) + 1);
            }
        }
        return settled(graded);
    }

    private boolean isCertain(Mention mention, Set<Integer> ends) {
        int from = tokens.indexOf(mention.span().from());
        int to = tokens.indexOf(mention.span().to() - 1) + 1;
        return switch (mention.fact()) {
            case NoteFacts.START, NoteFacts.STOP -> times.holds(mention.fact(), from);
            case NoteFacts.MINUTES -> lengths.holds(from, to, ends) && StrictLengths.isSession((int) mention.value());
            case NoteFacts.PSYCHOTHERAPY_MINUTES -> lengths.isOf("psychotherapy", from, to);
            case NoteFacts.EVALUATION_MINUTES -> lengths.isOf("evaluation", from, to);
            case NoteFacts.MODALITY -> modality.holds(from, to);
            case NoteFacts.ATTENDANCE -> mention.value().equals("present")
                    ? people.isPresent(from, to)
                    : mention.value().equals("absent") && people.isAbsent(from, to);
            case NoteFacts.GROUP_SIZE -> people.isGroup(from, to);
            case NoteFacts.TELEHEALTH -> telehealth.isHeld(mention.value(), from, to);
            case NoteFacts.TELEHEALTH_CONSENT, NoteFacts.PATIENT_PLACE, NoteFacts.CLINICIAN_PLACE -> telehealth.holds(
                    from, to);
            default -> false;
        };
    }

    /** What the note as a whole says against what single patterns found. */
    private List<Mention> settled(List<Mention> graded) {
        if (graded.stream().noneMatch(Mention::isCertain)) {
            return graded;
        }
        List<Mention> left = graded;
        boolean nobody = left.stream().anyMatch(mention -> mention.value().equals("absent"))
                && left.stream().noneMatch(mention -> mention.fact().equals(NoteFacts.ATTENDEE));
        if (doubts.anywhere("note") || nobody) {
            left = without(left, mention -> OF_THE_SESSION.contains(mention.fact()));
        }
        if (doubts.anywhere("times")) {
            left = without(left, mention -> TIMED.contains(mention.fact()));
        }
        for (String fact : left.size() < 2 ? Set.<String>of() : NoteFacts.OF_ONE_VALUE) {
            if (isDisputed(left, fact)) {
                left = without(left, mention -> mention.fact().equals(fact));
            }
        }
        left = timed(left);
        return measured(left);
    }

    /** Two values of which one is only likely; two certain ones are a contradiction of the note. */
    private static boolean isDisputed(List<Mention> mentions, String fact) {
        Set<Object> all = new HashSet<>();
        Set<Object> certain = new HashSet<>();
        mentions.stream().filter(mention -> mention.fact().equals(fact)).forEach(mention -> {
            all.add(mention.value());
            if (mention.isCertain()) {
                certain.add(mention.value());
            }
        });
        return all.size() > 1 && certain.size() < all.size();
    }

    /** A start needs its stop, no other times beside them, and a half of the day that nobody has to guess. */
    private List<Mention> timed(List<Mention> mentions) {
        List<LocalTime> starts = certain(mentions, NoteFacts.START, LocalTime.class);
        List<LocalTime> stops = certain(mentions, NoteFacts.STOP, LocalTime.class);
        boolean decided = mentions.stream()
                .filter(mention -> mention.fact().equals(NoteFacts.START) && mention.isCertain())
                .anyMatch(
                        mention -> times.isDecided(tokens.indexOf(mention.span().from())));
        boolean pair = starts.size() == 1 && stops.size() == 1 && times.isOnly(starts.get(0), stops.get(0));
        boolean contradicted = starts.size() > 1 || stops.size() > 1;
        boolean kept = !starts.isEmpty() && !stops.isEmpty() && decided && (pair || contradicted);
        return kept ? mentions : without(mentions, mention -> CLOCK.contains(mention.fact()));
    }

    /** Lengths that do not fit the times, or each other, and the times that they do not fit. */
    private List<Mention> measured(List<Mention> mentions) {
        List<Integer> minutes = all(mentions, NoteFacts.MINUTES, Integer.class);
        List<Integer> therapy = all(mentions, NoteFacts.PSYCHOTHERAPY_MINUTES, Integer.class);
        List<LocalTime> starts = all(mentions, NoteFacts.START, LocalTime.class);
        List<LocalTime> stops = all(mentions, NoteFacts.STOP, LocalTime.class);
        List<Mention> left = mentions;
        if (!therapy.isEmpty()
                || !all(mentions, NoteFacts.EVALUATION_MINUTES, Integer.class).isEmpty()) {
            left = without(left, mention -> mention.fact().equals(NoteFacts.MINUTES));
        }
        if (starts.size() == 1 && stops.size() == 1) {
            int elapsed = StrictTimes.between(starts.get(0), stops.get(0));
            boolean fits = minutes.stream().allMatch(length -> length == elapsed)
                    && therapy.stream().allMatch(length -> length <= elapsed);
            left = fits ? confirmed(left, elapsed) : without(left, mention -> TIMED.contains(mention.fact()));
        }
        return left;
    }

    /** A length that is the time between a certain start and a certain stop is certain. */
    private static List<Mention> confirmed(List<Mention> mentions, int elapsed) {
        boolean certain =
                mentions.stream().anyMatch(mention -> mention.fact().equals(NoteFacts.START) && mention.isCertain());
        boolean parts =
                !all(mentions, NoteFacts.EVALUATION_MINUTES, Integer.class).isEmpty();
        String length =
                all(mentions, NoteFacts.PSYCHOTHERAPY_MINUTES, Integer.class).isEmpty()
                        ? NoteFacts.MINUTES
                        : NoteFacts.PSYCHOTHERAPY_MINUTES;
        boolean session = length.equals(NoteFacts.MINUTES) && !parts;
        boolean apart = length.equals(NoteFacts.PSYCHOTHERAPY_MINUTES) && parts;
        return mentions.stream()
                .map(mention -> certain
                                && (session || apart)
                                && mention.fact().equals(length)
                                && mention.value().equals(elapsed)
                        ? mention.as(Grade.CERTAIN)
                        : mention)
                .toList();
    }

    private static <T> List<T> all(List<Mention> mentions, String fact, Class<T> type) {
        return values(mentions, type, mention -> mention.fact().equals(fact));
    }

    private static <T> List<T> certain(List<Mention> mentions, String fact, Class<T> type) {
        return values(mentions, type, mention -> mention.fact().equals(fact) && mention.isCertain());
    }

    private static <T> List<T> values(List<Mention> mentions, Class<T> type, Predicate<Mention> which) {
        return mentions.stream()
                .filter(which)
                .map(mention -> type.cast(mention.value()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Mention> without(List<Mention> mentions, Predicate<Mention> which) {
        return mentions.stream()
                .map(mention -> which.test(mention) ? mention.as(Grade.LIKELY) : mention)
                .collect(Collectors.toList());
    }
}
