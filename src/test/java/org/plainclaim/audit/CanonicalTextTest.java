package org.plainclaim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class CanonicalTextTest {
    @Property(tries = 300)
    void everyEntryComesBackAsItWas(
            @ForAll String words,
            @ForAll @Size(max = 4) List<@NotEmpty String> resources,
            @ForAll Interaction interaction) {
        Agent agent = new Agent(words, "client", resources, "", words, "127.0.0.1");
        Entry entry = new Entry(
                Instant.ofEpochMilli(words.hashCode()),
                interaction,
                words,
                agent,
                words.length(),
                "Patient/1",
                "",
                resources,
                words,
                new TreeMap<>(Map.of("key", words)));
        SealedEntry sealed = SealedEntry.behind(new Head("n-1", 4, SealedEntry.NOTHING), null, entry);

        assertEquals(sealed, CanonicalText.read(sealed.text()).orElseThrow());
    }

    @Test
    void anythingElseIsNoEntry() {
        assertTrue(CanonicalText.read("").isEmpty());
        assertTrue(CanonicalText.read("plainclaim-audit 1\n").isEmpty());
        assertTrue(CanonicalText.read("plainclaim-audit 2\nchain a\n").isEmpty());
    }
}
