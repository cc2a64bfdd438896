package org.plainclaim.server.desk;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plainclaim.server.desk.page.Deed;
import org.plainclaim.server.desk.page.Person;
import org.plainclaim.server.desk.page.View;

/** Finds what belongs to an address; exact steps go before those in braces. */
final class Routes {
    private static final Comparator<View> FROM_LEFT =
            Comparator.comparing(view -> view.tab().orElseThrow().order());

    private final List<View> views;
    private final List<Deed> deeds;

    Routes(List<View> views, List<Deed> deeds) {
        this.views = views.stream()
                .sorted(Comparator.comparing(view -> braces(view.address())))
                .toList();
        this.deeds = List.copyOf(deeds);
    }

    /** What was found, and what stood in the braces. */
    record Found<T>(T there, Map<String, String> steps) {}

    Optional<Found<View>> view(String address) {
        return find(views, View::address, address);
    }

    Optional<Found<Deed>> deed(String address) {
        return find(deeds, Deed::address, address);
    }

    /** The views with a tab that are for this person. */
    List<View> tabs(Person person) {
        return views.stream()
                .filter(view -> view.tab().isPresent())
                .filter(view -> view.tab().orElseThrow().roles().stream().anyMatch(person::is))
                .sorted(FROM_LEFT)
                .toList();
    }

    private static int braces(String address) {
        return address.split("\\{", -1).length;
    }

    private static <T> Optional<Found<T>> find(List<T> all, Function<T, String> address, String asked) {
        for (T one : all) {
            Optional<Map<String, String>> steps = steps(address.apply(one), asked);
            if (steps.isPresent()) {
                return Optional.of(new Found<>(one, steps.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> steps(String pattern, String asked) {
        String[] wanted = pattern.split("/", -1);
        String[] given = asked.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> steps = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            boolean any = wanted[i].startsWith("{") && given[i].matches("[A-Za-z0-9.-]{1,64}");
            if (any) {
                steps.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(steps);
    }
}
