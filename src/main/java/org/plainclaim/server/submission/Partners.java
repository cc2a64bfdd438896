package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

    /** Ids by which partners know more than one practice, in capitals. */
    private final Set<String> shared;

    private Partners(Practices practices, Map<Integer, TradingPartners> byPractice) {
        this.practices = practices;
        this.byPractice = Map.copyOf(byPractice);
        this.shared = shared(byPractice.values());
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
    public static Partners read(@Nullable Path path, Practices practices) {
        if (path == null) {
            return new Partners(practices, Map.of());
        }
        return Files.isDirectory(path) ? folder(path, practices) : of(TradingPartners.read(path), practices);
    }

    /** Those of the practice that this thread works for. */
    public TradingPartners present() {
        return byPractice.getOrDefault(practices.present(), TradingPartners.none());
    }

    /** Whether the practice of this thread may have partners that are not written down, for it is the only one. */
    public boolean mayBeUnwritten() {
        return !practices.areSeveral() && areNone();
    }

    /** Whether partners of several practices know them by this id, so that only the sender tells whom a file is for. */
    public boolean isShared(String id) {
        return shared.contains(id.toUpperCase(Locale.ROOT));
    }

    private static Set<String> shared(Collection<TradingPartners> all) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (TradingPartners practice : all) {
            practice.all().stream()
                    .flatMap(partner -> partner.ourIds().stream())
                    .map(id -> id.toUpperCase(Locale.ROOT))
                    .distinct()
                    .filter(id -> !seen.add(id))
                    .forEach(twice::add);
        }
        return Set.copyOf(twice);
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
            }
            envelopes(file, partners, addresses);
            String name = String.valueOf(file.getFileName());
            found.put(practices.named(name.substring(0, name.length() - SUFFIX.length())), partners);
        }
        return new Partners(practices, found);
    }

    /**
     * Each practice counts its interchanges for itself, and a partner tells them apart by who sends them; what the partner
     * sends is told apart by the same two ids.
     */
    private static void envelopes(Path file, TradingPartners partners, Set<Object> taken) {
        Set<Object> own = new HashSet<>();
        for (TradingPartner partner : partners.all()) {
            for (String id : partner.ourIds()) {
                List<String> pair = Stream.of(id, partner.receiver())
                        .map(one -> one.toUpperCase(Locale.ROOT))
                        .toList();
                own.add(pair);
                if (taken.contains(pair)) {
                    throw new IllegalStateException(file.getFileName() + ": " + partner.id()
                            + " has sender and receiver of a partner of another practice; control numbers would come"
                            + " twice, and nobody could tell whom an answer is for, so ask the partner for a sender id"
                            + " of its own");
                }
            }
        }
        taken.addAll(own);
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
