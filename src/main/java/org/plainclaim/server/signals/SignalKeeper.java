package org.plainclaim.server.signals;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Keeps the tables of the signals as the resources are, in the transaction that writes them. */
@Interceptor
public final class SignalKeeper {
    private final NoteTable notes;
    private final BilledTable billed;
    private final Function<IBaseResource, Optional<String>> texts;

    SignalKeeper(NoteTable notes, BilledTable billed, Function<IBaseResource, Optional<String>> texts) {
        this.notes = notes;
        this.billed = billed;
        this.texts = texts;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        keep(null, resource);
    }

    /** A new version; the store keeps security labels of the former one. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource) {
        keep(former, resource);
    }

    /** A resource that is gone. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (NoteShape.isNote(resource)) {
            notes.remove(Keys.of((Resource) resource));
        } else if (resource instanceof Claim claim) {
            billed.remove(Keys.of(claim));
        }
    }

    private void keep(@Nullable IBaseResource former, IBaseResource resource) {
        if (resource instanceof Claim claim) {
            billed.put(Keys.of(claim), ClaimShape.lines(claim));
        } else if (NoteShape.isNote(resource)) {
            boolean labelled = NoteShape.isPsychotherapyNote(resource)
                    || (former != null && NoteShape.isPsychotherapyNote(former));
            Optional<StoredNote> note = labelled ? Optional.empty() : NoteShape.of(resource, texts.apply(resource));
            note.ifPresentOrElse(notes::put, () -> notes.remove(Keys.of((Resource) resource)));
        }
    }
}
