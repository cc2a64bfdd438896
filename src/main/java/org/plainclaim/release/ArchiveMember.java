package org.plainclaim.release;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the one member of a published archive that is a release; archives have addenda, layouts and notes too. */
final class ArchiveMember {
    private static final Pattern ANY = Pattern.compile(".*\\.(txt|csv|xlsx|xml)");
    private static final Pattern BESIDE = Pattern.compile(".*(addend|layout|notes?[_.]|read.?me|trans|correction).*");

    private final ReleaseKind kind;

    ArchiveMember(ReleaseKind kind) {
        this.kind = kind;
    }

    /** The better form first. */
    private List<String> patterns() {
        return switch (kind) {
            case ICD_10_CM -> List.of(".*order.*\\.txt", ".*tabular.*\\.xml", ".*codes.*\\.txt");
            case HCPCS -> List.of(".*anweb.*\\.txt");
            case NCCI_PAIRS -> List.of(".*ccipra.*\\.(txt|csv)", ".*ccipra.*\\.xlsx");
            case NCCI_UNITS -> List.of(".*mue.*practitioner.*\\.csv", ".*mue.*practitioner.*\\.xlsx");
            case CPT -> List.of("longult.*\\.txt", "longu.*\\.txt", "short.*\\.txt");
            default -> List.of(".*\\.csv");
        };
    }

    String in(ZipFile zip, String file) throws LoadRefused {
        List<String> names = zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> !BESIDE.matcher(own(name)).matches())
                .toList();
        for (String pattern : patterns()) {
            List<String> found =
                    names.stream().filter(name -> own(name).matches(pattern)).toList();
            if (!found.isEmpty()) {
                return only(found, file);
            }
        }
        return only(
                names.stream().filter(name -> ANY.matcher(own(name)).matches()).toList(), file);
    }

    private String only(List<String> found, String file) throws LoadRefused {
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new LoadRefused(file + ": "
                + (found.isEmpty()
                        ? "no member of the archive is a file of " + kind.id()
                        : "several members could be meant: " + String.join(", ", found)
                                + "; unpack the archive and name one"));
    }

    private static String own(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
