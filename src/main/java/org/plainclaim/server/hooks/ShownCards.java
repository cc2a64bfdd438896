package org.plainclaim.server.hooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Which rule a card was about, for the newest cards; so that feedback can be told by rule. */
final class ShownCards {
    private static final int MOST = 20_000;

    private final Map<UUID, String> rules = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void remember(UUID card, String rule) {
        rules.put(card, rule);
    }

    /** The rule; {@code unknown} for a card that is too old, or was never shown. */
    synchronized String ruleOf(UUID card) {
        return rules.getOrDefault(card, "unknown");
    }
}
