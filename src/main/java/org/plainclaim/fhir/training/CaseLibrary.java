package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.training.CaseFault;
import org.plainclaim.training.CaseText;
import org.plainclaim.training.TrainingCase;

/** The cases at hand; the session of one is read when it is first asked for. */
public final class CaseLibrary {
    private final CaseFolder folder;

    CaseLibrary(CaseFolder folder) {
        this.folder = folder;
    }

    /** What the authors wrote, by id, in the order of their files: what a list shows, without reading a session. */
    public Map<String, CaseText> texts() {
        return folder.texts();
    }

    /** A case; empty if there is none of that id, or its session can not be read. */
    public Optional<TrainingCase> find(String id) {
        return open(id).map(CaseFolder.Opened::training);
    }

    /** The session of a case as a Bundle. */
    public Optional<ObjectNode> session(String id) {
        return open(id).map(CaseFolder.Opened::session);
    }

    /** All that can be worked on, by id, in the order of their files; every session is read for it. */
    public Map<String, TrainingCase> cases() {
        Map<String, TrainingCase> cases = new LinkedHashMap<>();
        texts().keySet().forEach(id -> find(id).ifPresent(one -> cases.put(id, one)));
        return Collections.unmodifiableMap(cases);
    }

    /** What is wrong with the files of the site; of those that ship only what was noticed so far. */
    public List<CaseFault> known() {
        return folder.known();
    }

    /** What is wrong with the others; every session is read for it. */
    public List<CaseFault> faults() {
        return folder.faults();
    }

    private Optional<CaseFolder.Opened> open(String id) {
        return Optional.ofNullable(texts().get(id)).flatMap(folder::open);
    }
}
