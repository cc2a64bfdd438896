package org.plainclaim.server.desk.day;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Visit;

/** What is asked about a day; everything is asked at once and awaited afterwards. */
final class DaySearch {
    static final int SIZE = 25;

    private static final String OPEN_WORK = "&_has:Task:focus:status=ready,accepted,in-progress,on-hold";
    private static final String CLAIM = "&_has:Claim:encounter:status=active";
    private static final String SIGNED = "&_has:Composition:encounter:status=final,amended";
    private static final String DRAFT = "&_has:Composition:encounter:status=preliminary";
    private static final Map<String, String> STATES =
            Map.of("held", OPEN_WORK, "ready", CLAIM, "signed", SIGNED, "unsigned", DRAFT);

    private static final String PEOPLE = "&_include=Encounter:patient&_include=Encounter:participant"
            + "&_include:iterate=PractitionerRole:practitioner&_revinclude=Claim:encounter&_revinclude=Task:focus";
    private static final String NOTES = "&_revinclude=Composition:encounter&_revinclude=DocumentReference:encounter";

    private final Visit visit;
    private final boolean notes;
    private final String of;
    private final Coming all;
    private final Coming held;
    private final Coming ready;
    private final Coming signed;

    DaySearch(Visit visit, LocalDate day) {
        this.visit = visit;
        this.notes =
                Stream.of(Role.CLINICIAN, Role.CODER, Role.EHR, Role.AUDITOR).anyMatch(visit.person()::is);
        this.of = "Encounter?date=sa" + Days.before(day, visit) + "&date=lt" + Days.start(day.plusDays(1), visit);
        this.all = count("");
        this.held = count(OPEN_WORK);
        this.ready = count(CLAIM);
        this.signed = notes ? count(SIGNED) : all;
    }

    /** One page of those in a state, or of all. */
    Coming page(String state, int offset) {
        return visit.fhir()
                .ask(of + STATES.getOrDefault(state, "") + PEOPLE + (notes ? NOTES : "") + "&_sort=date&_count=" + SIZE
                        + "&_offset=" + offset);
    }

    Tally tally() {
        return new Tally(total(all), total(held), total(ready), notes, notes ? total(signed) : 0);
    }

    private Coming count(String condition) {
        return visit.fhir().ask(of + condition + "&_summary=count");
    }

    private static int total(Coming coming) {
        return coming.ifShown().map(bundle -> bundle.path("total").asInt()).orElse(0);
    }
}
