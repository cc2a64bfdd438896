package org.plainclaim.server.desk;

import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Person;
import org.plainclaim.server.desk.page.View;

/**
 * What stands around every page.
 *
 * @param name who looks
 * @param role as what; empty for somebody with several roles
 * @param tabs the bar
 * @param here the address of the page with its query
 * @param done the key of what was just done; empty for nothing
 * @param triedOut whether nobody is asked who he is
 * @param look the roles that one may look as while trying out
 */
record Frame(
        String name, String role, List<Place> tabs, String here, String done, boolean triedOut, List<String> look) {
    /** The roles that have work at a desk. */
    private static final List<Role> AT_A_DESK =
            List.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.FRONT_DESK, Role.AUDITOR);

    /** A tab. */
    record Place(String key, String address, boolean current) {}

    Frame {
        tabs = List.copyOf(tabs);
        look = List.copyOf(look);
    }

    static Frame of(Person person, List<View> tabs, String here) {
        List<Place> places = tabs.stream()
                .map(view -> new Place(
                        view.tab().orElseThrow().key(), address(view), here.split("[/?]", 2)[0].equals(first(view))))
                .toList();
        String role =
                person.roles().size() == 1 ? person.roles().iterator().next().code() : "";
        return new Frame(person.name(), role, places, here, "", false, List.of());
    }

    /** The frame of a page that says what was just done. */
    Frame saying(String key) {
        return new Frame(name, role, tabs, here, key, triedOut, look);
    }

    /** Whether what was asked for was not done, or not to its end. */
    public boolean refused() {
        return done.startsWith("done.no-") || done.startsWith("done.not-") || done.equals("done.derived.held");
    }

    /** The frame while the server is tried out. */
    Frame tryingOut() {
        List<String> words = AT_A_DESK.stream().map(Role::code).toList();
        return new Frame(name, role, tabs, here, done, true, words);
    }

    private static String address(View view) {
        return "/desk/" + view.address();
    }

    private static String first(View view) {
        return Stream.of(view.address().split("/", 2)).findFirst().orElse("");
    }
}
