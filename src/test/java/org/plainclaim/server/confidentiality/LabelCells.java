package org.plainclaim.server.confidentiality;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plainclaim.access.Role;
import org.plainclaim.server.access.PolicyRows;
import org.plainclaim.server.confidentiality.LabelRows.Reader;
import org.plainclaim.server.confidentiality.Labelled.Content;
import org.plainclaim.server.confidentiality.Labelled.Given;

/** Every question of the matrix with the answer that the rows give; nothing of the server decides here. */
final class LabelCells {
    private static final PolicyRows POLICY = PolicyRows.shipped();
    private static final LabelRows LABELS = new LabelRows();

    private LabelCells() {}

    /** The ways to ask for a record; each says which row of the policy speaks of it. */
    enum Way {
        READ("read"),
        VREAD("vread"),
        HISTORY("history-instance"),
        SEARCH("search-type"),
        INCLUDE("search-type"),
        ENTRY("read"),
        VALIDATE("$validate"),
        UPDATE("update"),
        PATCH("patch"),
        DELETE("delete");

        final String action;

        Way(String action) {
            this.action = action;
        }

        /** A list leaves out what a single question is refused for. */
        boolean lists() {
            return this == SEARCH || this == INCLUDE;
        }
    }

    /** What has to come back. */
    enum Expected {
        FORBIDDEN,
        AS_IF_NOT_THERE,
        SHOWN
    }

    /**
     * One question.
     *
     * @param role who asks
     * @param purpose why
     * @param author whether the one who asks wrote the record
     * @param type the type of the record
     * @param content what it is about
     * @param given the consent of the patient
     * @param way how it is asked for
     */
    record Cell(Role role, String purpose, boolean author, String type, Content content, Given given, Way way) {
        Expected expected() {
            if (!POLICY.allows(role, type, way.action) || (way == Way.INCLUDE && !includes())) {
                return Expected.FORBIDDEN;
            }
            return shown() ? Expected.SHOWN : Expected.AS_IF_NOT_THERE;
        }

        /** Who asks for a person with the records has to be allowed the person too. */
        private boolean includes() {
            return POLICY.allows(role, "Patient", "search-type");
        }

        private boolean shown() {
            // who sends records may send them again, whatever they are
            boolean sends = role == Role.EHR && (way == Way.UPDATE || way == Way.DELETE);
            // of a psychotherapy note nothing is indexed, so that nobody finds it
            boolean unfound = content == Content.PSYCHOTHERAPY && way.lists();
            return sends || (!unfound && LABELS.shows(new Reader(role.code(), purpose, wrote()), labels()));
        }

        Set<String> labels() {
            return content.labels(LABELS, consented());
        }

        /** A record that names no patient has nobody's consent. */
        private boolean consented() {
            return given.inForce && !type.equals("Provenance");
        }

        /** The types of the test's records that say who wrote them. */
        private boolean wrote() {
            return author
                    && Set.of("Condition", "Observation", "QuestionnaireResponse", "Composition", "DocumentReference")
                            .contains(type);
        }
    }

    /** All of them. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (NamedCsvRecord row : PolicyRows.table("access/purposes")) {
            Role role = Role.of(row.getField("role")).orElseThrow();
            for (String purpose : row.getField("purposes").split(" ", -1)) {
                for (boolean author : new boolean[] {false, true}) {
                    of(role, purpose, author, cells);
                }
            }
        }
        return cells;
    }

    private static void of(Role role, String purpose, boolean author, List<Cell> cells) {
        for (String type : Labelled.TYPES) {
            for (Content content : Content.values()) {
                for (Given given : Given.values()) {
                    for (Way way : Way.values()) {
                        // that one wrote it makes a difference for such notes only
                        if (!author || content == Content.PSYCHOTHERAPY) {
                            cells.add(new Cell(role, purpose, author, type, content, given, way));
                        }
                    }
                }
            }
        }
    }
}
