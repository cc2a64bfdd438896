package org.plainclaim.server.terminology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a URL calls, and on what.
 *
 * @param id of the resource; null on the type
 * @param operation what is called
 */
record Route(@Nullable String id, Operation operation) {
    private static final List<Operation> ALL =
            List.of(new ValidateCode(), new ValidateInSet(), new Lookup(), new Expand(), new Translate());

    /**
     * Reads a path below the base.
     *
     * @return null if it calls none of the operations that are answered here
     */
    static @Nullable Route of(@Nullable String path) {
        int dollar = path == null ? -1 : path.lastIndexOf("/$");
        if (path == null || dollar < 1) {
            return null;
        }
        for (Operation operation : ALL) {
            String start = "/" + operation.type();
            if (path.startsWith(start)
                    && path.startsWith(operation.name(), dollar + 1)
                    && ends(path, dollar, operation)) {
                return of(path, start.length(), dollar, operation);
            }
        }
        return null;
    }

    private static boolean ends(String path, int dollar, Operation operation) {
        return path.length() == dollar + 1 + operation.name().length();
    }

    private static @Nullable Route of(String path, int start, int dollar, Operation operation) {
        if (start == dollar) {
            return new Route(null, operation);
        }
        String id = path.substring(start + 1, dollar);
        return path.charAt(start) == '/' && !id.isEmpty() && id.indexOf('/') < 0 ? new Route(id, operation) : null;
    }
}
