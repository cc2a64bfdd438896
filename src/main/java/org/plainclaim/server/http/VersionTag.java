package org.plainclaim.server.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an If-Match header or a Bundle's {@code ifMatch} must look like before HAPI takes it for a version. */
final class VersionTag {
    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]+\"");
    private static final Pattern VERSION = Pattern.compile("(W/)?\"[0-9]{1,18}\"");

    private VersionTag() {}

    /** Why the tag can not be compared, or null if it names a version. */
    static @Nullable Refusal refuse(String place, String tag) {
        if (VERSION.matcher(tag.strip()).matches()) {
            return null;
        }
        if (TAG.matcher(tag.strip()).matches()) {
            return Refusal.of(
                    412,
                    "conflict",
                    place + " '" + tag + "' names no version of this resource; send the ETag of its last read.");
        }
        return Refusal.of(
                400,
                "invalid",
                place + " '" + tag + "' is not one version tag; send the ETag of the last read, such as W/\"3\".");
    }
}
