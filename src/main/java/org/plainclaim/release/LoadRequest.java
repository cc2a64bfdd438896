package org.plainclaim.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be loaded.
 *
 * @param kind what it is
 * @param files the file, or its parts where it is published in parts
 * @param effective first date of service it holds for
 * @param name what the release is called; null to call it after its file
 */
public record LoadRequest(ReleaseKind kind, List<Path> files, LocalDate effective, @Nullable String name) {
    public LoadRequest {
        files = List.copyOf(files);
    }
}
