package org.plainclaim.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationTest {
    private final List<StoredEntry> entries = new ArrayList<>();
    private final NodeChains chains = new NodeChains("n1");

    VerificationTest() {
        NodeChains.Writing held = chains.begin();
        Trails.write(chains, entries, "Claim/1", "Claim/2");
        entries.addAll(held.seal(List.of(Trails.entry("Claim/3"))).stream()
                .map(StoredEntry::of)
                .toList());
        held.stored();
        Trails.write(chains, entries, "Claim/4", "Claim/5");
    }

    @Test
    void whatNobodyTouchedIsSound() {
        Report report = Trails.verify(entries);

        assertTrue(report.sound(), () -> report.faults().toString());
        assertEquals(5, report.entries());
        assertEquals(2, report.chains());
    }

    @Test
    void namesAnEditedText() {
        replace(
                "n1-2",
                2,
                old -> new StoredEntry(
                        old.chain(),
                        old.sequence(),
                        old.text().replace("Claim/2", "Claim/9"),
                        old.hash(),
                        old.beside()));

        assertFault("edited: chain n1-2, entry 2", "hash");
    }

    @Test
    void namesAnEditThatWasHashedAgain() {
        replace("n1-2", 1, old -> {
            String text = old.text().replace("Claim/1", "Claim/9");
            Entry entry = CanonicalText.read(text).orElseThrow().entry();
            return new StoredEntry(old.chain(), old.sequence(), text, Hash.of(text), StoredEntry.Beside.of(entry));
        });

        assertFault("edited: chain n1-2, entry 2", "behind another entry");
    }

    @Test
    void namesAChangedColumn() {
        replace(
                "n1-2",
                2,
                old -> new StoredEntry(
                        old.chain(),
                        old.sequence(),
                        old.text(),
                        old.hash(),
                        new StoredEntry.Beside(old.beside().time(), "read", "Patient/2", "server", "Claim/2", "")));

        assertFault("edited: chain n1-2, entry 2", "columns");
    }

    @Test
    void namesAGap() {
        entries.removeIf(entry -> entry.chain().equals("n1-2") && entry.sequence() == 1);

        assertFault("gap: chain n1-2, entry 1", "missing");
    }

    @Test
    void namesEntriesThatChangedPlaces() {
        StoredEntry one = place("n1-2", 1);
        StoredEntry two = place("n1-2", 2);
        replace("n1-2", 1, old -> new StoredEntry("n1-2", 1, two.text(), two.hash(), two.beside()));
        replace("n1-2", 2, old -> new StoredEntry("n1-2", 2, one.text(), one.hash(), one.beside()));

        assertFault("reordered: chain n1-2, entry 1", "written as entry 2");
    }

    @Test
    void namesAChainThatWasCutBecauseAnotherKnowsItsEnd() {
        entries.removeIf(entry -> entry.chain().equals("n1-2"));

        assertFault("truncated: chain n1-2, entry 1", "know of entry 2");
    }

    @Test
    void namesAChainThatWasWrittenAnew() {
        List<StoredEntry> forged = new ArrayList<>();
        NodeChains again = new NodeChains("n1");
        NodeChains.Writing first = again.begin();
        Trails.write(again, forged, "Claim/1", "Claim/8");
        first.notStored();
        entries.removeIf(entry -> entry.chain().equals("n1-2"));
        entries.addAll(forged);

        assertFault("edited: chain n1-2, entry 2", "not the one that other entries know of");
    }

    @Test
    void onlyAHeadKeptElsewhereShowsThatAllChainsWereCutTogether() {
        List<Head> kept = chains.heads();
        entries.removeIf(entry -> entry.sequence() > 1);

        Verification alone = new Verification(List.of());
        Verification anchored = new Verification(List.of());
        for (StoredEntry entry : List.of(place("n1-1", 1))) {
            alone.take(entry);
            anchored.take(entry);
        }
        kept.forEach(anchored::know);

        assertEquals(
                Fault.Kind.TRUNCATED,
                anchored.end(places -> java.util.Map.of()).faults().get(0).kind());
        assertEquals(1, alone.end(places -> java.util.Map.of()).entries());
    }

    @Test
    void aCheckpointHoldsAsLongAsItsKeySignedIt(@TempDir Path folder) throws IOException {
        SigningKey key = SigningKey.make(folder.resolve("key.pem"));
        SigningKey other = SigningKey.make(folder.resolve("other.pem"));
        Trails.checkpoint(chains, entries, SigningKey.read(folder.resolve("key.pem")));

        assertEquals(1, Trails.verify(entries, key.shared()).signedCheckpoints());
        assertEquals(1, Trails.verify(entries).notChecked());
        assertEquals(1, Trails.verify(entries, other.shared()).notChecked());

        Checkpoint genuine = entries.stream()
                .flatMap(entry -> CanonicalText.read(entry.text()).stream())
                .flatMap(one -> Checkpoint.of(one.entry()).stream())
                .findFirst()
                .orElseThrow();
        Checkpoint forged =
                new Checkpoint("n1", genuine.time(), genuine.heads().subList(0, 1), genuine.key(), genuine.signature());
        NodeChains.Writing writing = chains.begin();
        writing.seal(List.of(forged.entry())).forEach(one -> entries.add(StoredEntry.of(one)));
        writing.stored();

        Report report = Trails.verify(entries, key.shared());
        assertEquals(Fault.Kind.BAD_SIGNATURE, report.faults().get(0).kind());
    }

    @Test
    void aFileWithoutAKeyIsRefusedWithoutShowingIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

        IOException refused = assertThrows(IOException.class, () -> SigningKey.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("plainclaim audit key"));
    }

    @Test
    void whatWasRolledBackLeavesNoGap() {
        NodeChains.Writing writing = chains.begin();
        writing.seal(List.of(Trails.entry("Claim/6")));
        writing.notStored();
        Trails.write(chains, entries, "Claim/7");

        assertTrue(Trails.verify(entries).sound());
    }

    @Test
    void aChainWhoseLastWriteIsUnknownIsSoundEitherWay() {
        NodeChains.Writing writing = chains.begin();
        List<SealedEntry> maybe = writing.seal(List.of(Trails.entry("Claim/6")));
        writing.unknown();
        Trails.write(chains, entries, "Claim/7", "Claim/8");
        assertTrue(Trails.verify(entries).sound());

        maybe.forEach(one -> entries.add(StoredEntry.of(one)));
        assertTrue(Trails.verify(entries).sound());
    }

    private StoredEntry place(String chain, long sequence) {
        return entries.stream()
                .filter(entry -> entry.chain().equals(chain) && entry.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private void replace(String chain, long sequence, java.util.function.UnaryOperator<StoredEntry> change) {
        entries.replaceAll(
                entry -> entry.chain().equals(chain) && entry.sequence() == sequence ? change.apply(entry) : entry);
    }

    private void assertFault(String start, String contains) {
        Report report = Trails.verify(entries);
        assertTrue(
                report.faults().stream()
                        .map(Fault::toString)
                        .anyMatch(fault -> fault.startsWith(start) && fault.contains(contains)),
                () -> report.faults().toString());
    }
}
