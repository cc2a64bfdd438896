package org.plainclaim.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.training.CaseText.Place;

/** Reads files of cases: lines of {@code key: value}; a line that begins with a space goes on with the one before. */
public final class CaseTexts {
    private final String file;
    private final List<CaseText> cases = new ArrayList<>();
    private final List<CaseFault> faults = new ArrayList<>();
    private @Nullable CaseDraft draft;

    private CaseTexts(String file) {
        this.file = file;
    }

    /**
     * What a file says.
     *
     * @param cases those without a fault
     * @param faults what is wrong with the others
     */
    public record Read(List<CaseText> cases, List<CaseFault> faults) {
        public Read {
            cases = List.copyOf(cases);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a whole file. */
    public static Read read(String file, String text) {
        CaseTexts reader = new CaseTexts(file);
        reader.lines(text);
        reader.finish();
        return new Read(reader.cases, reader.faults);
    }

    private void lines(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder whole = new StringBuilder(lines[i].strip());
            while (isBegun(lines[first]) && i + 1 < lines.length && lines[i + 1].startsWith(" ")) {
                i++;
                whole.append(' ').append(lines[i].strip());
            }
            if (isBegun(lines[first])) {
                line(new Place(file, first + 1), whole.toString());
            } else if (lines[first].startsWith(" ") && !lines[first].isBlank()) {
                faults.add(new CaseFault(file, first + 1, "goes on with nothing; begin it with key: value."));
            }
        }
    }

    /** Neither empty, nor a comment, nor the rest of another line. */
    private static boolean isBegun(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith(" ");
    }

    private void line(Place place, String line) {
        int colon = line.indexOf(':');
        String key = colon < 0 ? "" : line.substring(0, colon).strip();
        String value = line.substring(colon + 1).strip();
        if (key.equals("case")) {
            finish();
            draft = new CaseDraft(value, place, faults);
        } else if (draft == null) {
            faults.add(place.fault("A case begins with 'case: its-id'."));
        } else {
            draft.put(place, key, value);
        }
    }

    private void finish() {
        if (draft != null) {
            draft.finished().ifPresent(cases::add);
        }
        draft = null;
    }
}
