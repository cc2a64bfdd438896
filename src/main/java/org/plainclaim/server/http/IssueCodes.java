package org.plainclaim.server.http;

/** The issue type of R4 that says what an HTTP status says. */
final class IssueCodes {
    private IssueCodes() {}

    static String forStatus(int status) {
        return switch (status) {
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415, 501 -> "not-supported";
            case 409, 412 -> "conflict";
            case 410 -> "deleted";
            case 413 -> "too-long";
            case 422 -> "processing";
            default -> status < 500 ? "invalid" : "exception";
        };
    }
}
