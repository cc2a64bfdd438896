package org.plainclaim.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One scope of SMART App Launch 2, such as {@code user/Claim.rs?status=active}.
 *
 * @param context whose data
 * @param type the resource type, or {@code *} for all
 * @param permissions what may be done
 * @param query the search that a resource must match, without question mark; empty if there is none
 */
public record Scope(Context context, String type, Set<Permission> permissions, String query) {
    private static final Pattern FORM =
            Pattern.compile("(patient|user|system)/([A-Z][A-Za-z]*|\\*)\\.([cruds]+)(\\?(\\S+))?");
    private static final String ORDER = "cruds";

    /** Whose data a scope is about. */
    public enum Context {
        /** The one patient that the application was launched for. */
        PATIENT,
        /** What the user may see. */
        USER,
        /** What the client may see, without a user. */
        SYSTEM;

        /** The word before the slash. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Scope {
        permissions = Set.copyOf(permissions);
    }

    /** The scope, or nothing where the text is no scope about resources, as {@code openid} or {@code launch}. */
    public static Optional<Scope> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !inOrder(matcher.group(3))) {
            return Optional.empty();
        }
        String query = matcher.group(5) == null ? "" : matcher.group(5);
        Context context = Context.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        return Optional.of(new Scope(context, matcher.group(2), permissions(matcher.group(3)), query));
    }

    /** Whether the scope lets do this with some resources at least of the type. */
    public boolean grants(String resourceType, Permission permission) {
        return permissions.contains(permission) && (type.equals("*") || type.equals(resourceType));
    }

    /** Whether the scope lets do so only with some resources of the type. */
    public boolean isNarrow() {
        return context == Context.PATIENT || !query.isEmpty();
    }

    /** As it is written in a token. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(context.code()).append('/').append(type).append('.');
        for (Permission permission : Permission.values()) {
            text.append(permissions.contains(permission) ? permission.letter() : "");
        }
        return text + (query.isEmpty() ? "" : "?" + query);
    }

    /** The specification fixes the order of the letters; another order, or a letter twice, is no scope. */
    private static boolean inOrder(String letters) {
        List<Integer> places = new ArrayList<>();
        letters.chars().forEach(letter -> places.add(ORDER.indexOf(letter)));
        return places.stream().sorted().distinct().toList().equals(places);
    }

    private static Set<Permission> permissions(String letters) {
        Set<Permission> granted = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (letters.contains(permission.letter())) {
                granted.add(permission);
            }
        }
        return granted;
    }
}
