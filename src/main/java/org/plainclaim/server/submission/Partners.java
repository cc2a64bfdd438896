package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.Practices;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.transport.TradingPartners;

/** The trading partners of each practice: one file where there is one practice, else a folder with one for each. */
public final class Partners {
    private static final String SUFFIX = ".csv";

    private final Practices practices;
    private final Map<Integer, TradingPartners> byPractice;

    private Partners(Practices practices, Map<Integer, TradingPartners> byPractice) {
        this.practices = practices;
        this.byPractice = Map.copyOf(byPractice);
    }

    /** The partners of the only practice. */
    public static Partners of(TradingPartners partners, Practices practices) {
        return new Partners(practices, Map.of(Practices.ONLY, partners));
    }

    /**
     * Reads the partners.
     *
     * @param path a file, or a folder of files that are named like the practices; null if there are none
     * @throws IllegalStateException if two practices would read the same files of a partner
     */
    static Partners read(@Nullable Path path, Practices practices) {
        if (path == null) {
            return new Partners(practices, Map.of());
        }
        return Files.isDirectory(path) ? folder(path, practices) : of(TradingPartners.read(path), practices);
    }

    /** Those of the practice that this thread works for. */
    public TradingPartners present() {
        return byPractice.getOrDefault(practices.present(), TradingPartners.none());
    }

    /** Does something for each practice, in turn. */
    public void eachPractice(Runnable work) {
        practices.each(work);
    }

    /** Whether nobody has a partner. */
    public boolean areNone() {
        return byPractice.values().stream().allMatch(partners -> partners.all().isEmpty());
    }

    private static Partners folder(Path folder, Practices practices) {
        Map<Integer, TradingPartners> found = new HashMap<>();
        Set<Object> addresses = new HashSet<>();
        for (Path file : files(folder)) {
            TradingPartners partners = TradingPartners.read(file);
            for (TradingPartner partner : partners.all()) {
                if (!addresses.add(partner.address())) {
                    throw new IllegalStateException(file.getFileName() + ": the address of " + partner.id()
                            + " is that of a partner of another practice; its files would be read twice");
                }
                // each practice counts its interchanges for itself; a partner tells them apart by who sends them
                if (!addresses.add(List.of(partner.sender(), partner.receiver()))) {
                    throw new IllegalStateException(file.getFileName() + ": " + partner.id()
                            + " has sender and receiver of a partner of another practice; control numbers would come"
                            + " twice, so ask the partner for a sender id of its own");
                }
            }
            String name = String.valueOf(file.getFileName());
            found.put(practices.named(name.substring(0, name.length() - SUFFIX.length())), partners);
        }
        return new Partners(practices, found);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
