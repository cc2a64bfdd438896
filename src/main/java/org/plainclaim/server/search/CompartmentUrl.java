package org.plainclaim.server.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the address of a compartment search into the search that it stands for. */
public final class CompartmentUrl {
    /** The search parameter that names the owner of the compartment. */
    public static final String PARAMETER = "_compartment";

    private static final Pattern ADDRESS =
            Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})/([A-Z][A-Za-z]+)(/_search)?(\\?.*)?");

    private CompartmentUrl() {}

    /**
     * Takes an address relative to the base apart.
     *
     * @param owner the owner of the compartment, such as {@code Patient/4}
     * @param path the path of the search, such as {@code Claim} or {@code Claim/_search}
     * @param query the query, without question mark, or empty
     */
    public record Parts(String owner, String path, String query) {
        /** The query with the owner as a parameter. */
        public String wholeQuery() {
            return PARAMETER + "=" + owner + (query.isEmpty() ? "" : "&" + query);
        }
    }

    /** The parts, if the address is that of a compartment search. */
    public static Optional<Parts> parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String search = matcher.group(3) == null ? "" : matcher.group(3);
        String query = matcher.group(4) == null ? "" : matcher.group(4).substring(1);
        return Optional.of(new Parts(matcher.group(1), matcher.group(2) + search, query));
    }
}
