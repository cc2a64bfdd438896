package org.plainclaim.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A published file, or the one member of a published archive that is meant.
 *
 * @param path the file on disk, the archive if it is in one
 * @param member name of the member; empty if the file itself is meant
 * @param type what it is
 */
record SourceFile(Path path, String member, Type type) {
    /** Text hardly ever becomes smaller than a hundredth; beyond this somebody made it up. */
    private static final long MOST_EXPANSION = 200;

    private static final long SMALL = 64L << 20;

    /** How a file is written. */
    enum Type {
        TEXT,
        XML,
        SHEET
    }

    /** Looks at the first bytes, not at the name alone. */
    static SourceFile of(Path path, ReleaseKind kind) throws IOException, LoadRefused {
        if (!Files.isRegularFile(path)) {
            throw new LoadRefused(path + ": there is no such file");
        }
        if (!startsAsArchive(path)) {
            return new SourceFile(path, "", type(path.getFileName().toString()));
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return new SourceFile(path, "", Type.SHEET);
            }
            String member = new ArchiveMember(kind).in(zip, path.getFileName().toString());
            return new SourceFile(path, member, type(member));
        } catch (ZipException e) {
            throw new LoadRefused(path.getFileName() + ": the archive is damaged or cut: " + e.getMessage());
        }
    }

    private static boolean startsAsArchive(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }

    private static Type type(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return Type.SHEET;
        }
        return lower.endsWith(".xml") ? Type.XML : Type.TEXT;
    }

    /** Its name for people and for what the name says. */
    String name() {
        String file = path.getFileName().toString();
        return member.isEmpty() ? file : file + "!" + member;
    }

    /** The name that says what it is: the member's, else the file's. */
    String ownName() {
        String own = member.isEmpty() ? path.getFileName().toString() : member;
        return own.substring(Math.max(own.lastIndexOf('/'), own.lastIndexOf('\\')) + 1);
    }

    /** Bytes that come out of it. */
    long size() throws IOException {
        if (member.isEmpty()) {
            return Files.size(path);
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return Math.max(0, zip.getEntry(member).getSize());
        }
    }

    /** Its bytes, within bounds. */
    InputStream open(BoundedInput.Counted told) throws IOException {
        if (member.isEmpty()) {
            return new BoundedInput(Files.newInputStream(path), BoundedInput.MOST_BYTES, told);
        }
        ZipFile zip = new ZipFile(path.toFile());
        ZipEntry entry = zip.getEntry(member);
        InputStream bounded = new BoundedInput(zip.getInputStream(entry), most(entry), told);
        return new FilterInputStream(bounded) {
            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    /** The spreadsheet as a file of its own; a member of an archive is unpacked to the given place. */
    Path spreadsheet(Path scratch) throws IOException {
        Path sheet = path;
        if (!member.isEmpty()) {
            try (InputStream in = open(bytes -> {})) {
                Files.copy(in, scratch, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            sheet = scratch;
        }
        try (ZipFile zip = new ZipFile(sheet.toFile())) {
            byte[] sink = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                try (InputStream in = new BoundedInput(zip.getInputStream(part), most(part), bytes -> {})) {
                    while (in.read(sink) >= 0) {
                        // only the bound matters
                    }
                }
            }
        }
        return sheet;
    }

    private static long most(ZipEntry entry) {
        long byExpansion = Math.max(SMALL, entry.getCompressedSize() * MOST_EXPANSION);
        return Math.min(BoundedInput.MOST_BYTES, byExpansion);
    }
}
