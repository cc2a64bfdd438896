package org.plainclaim.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.release.NamedDates.Fits;

/** Holds the date that a release is loaded for against what its files say of themselves. */
final class DateCheck {
    private final LoadRequest request;
    private final Faults faults;
    private final ReleaseCycle cycle;

    DateCheck(LoadRequest request, Faults faults) {
        this.request = request;
        this.faults = faults;
        this.cycle = ReleaseCycle.of(request.kind());
    }

    /** The names of files, and the days of the year on which releases take effect. */
    void names(List<SourceFile> files) {
        for (SourceFile file : files) {
            faults.in(file.name());
            Optional<Fits> fits = NamedDates.of(request.kind(), file.ownName())
                    .or(() -> NamedDates.of(
                            request.kind(), String.valueOf(file.path().getFileName())));
            fits.ifPresent(dates -> check(dates, "the name of the file"));
        }
        if (!faults.any() && !cycle.startsOn(request.effective())) {
            faults.in("--effective " + request.effective());
            faults.add("releases of " + request.kind().id() + " take effect on " + cycle.startsText()
                    + " of a year; give the first date of service that the file holds for");
        }
    }

    private void check(Fits fits, String what) {
        if (!fits.has(request.effective())) {
            faults.add(what + " says that it is for " + fits.from()
                    + (fits.to() == null ? " and later" : ".." + fits.to()) + ", not for " + request.effective()
                    + "; load it with --effective " + fits.from());
        }
    }

    /** The year inside a tabular list. */
    void version(String year) {
        NamedDates.fiscalYear(year).ifPresent(fits -> check(fits, "its version " + year));
    }

    /**
     * The newest date on which something changed: not after the release ends; and a whole release has changes of the
     * year before it.
     */
    void newest(@Nullable LocalDate newest, int rows) {
        LocalDate end = Objects.requireNonNullElse(cycle.through(request.effective()), LocalDate.MAX);
        boolean whole = rows >= cycle.least();
        if (newest != null
                && (newest.isAfter(end)
                        || (whole && newest.isBefore(request.effective().minusYears(1))))) {
            LocalDate quarter = LocalDate.of(newest.getYear(), (newest.getMonthValue() - 1) / 3 * 3 + 1, 1);
            faults.add("the newest date in it is " + newest + ", so it is not for " + request.effective()
                    + "; load it with --effective " + quarter);
        }
    }
}
