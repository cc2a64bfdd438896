package org.plainclaim.x12.acknowledgment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.TransactionKind;

/** One interchange of a file while it is gone through. The note codes are those of X12 data element I18. */
final class InterchangeReview {
    static final String CONTROL_STRUCTURE = "022";
    static final String END_OF_FILE = "023";
    static final String CONTENT = "024";
    private static final String CONTROLS_DIFFER = "001";
    private static final String DATE = "014";
    private static final String TIME = "015";
    private static final String VERSION = "017";
    private static final String CONTROL_NUMBER = "018";
    private static final String REQUEST = "019";
    private static final String USAGE = "020";
    private static final String GROUPS = "021";
    /** A TA1 has to have a date and a time, also for a file that has none. */
    private static final String NO_DAY = "000101";

    private static final String NO_TIME = "";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final String control;
    private final String date;
    private final String time;
    private final boolean requested;
    private final List<GroupReview> groups = new ArrayList<>();
    private @Nullable GroupReview open;
    private String note = InterchangeAcknowledgment.NO_ERROR;
    private Disposition disposition = Disposition.ACCEPTED;
    private boolean answers;

    InterchangeReview(Said.Source isa) {
        date = day(isa.text(9, 1));
        time = clock(isa.text(10, 1));
        control = isa.text(13, 1);
        requested = isa.text(14, 1).equals("1");
        header(isa);
    }

    private static String day(String text) {
        try {
            return LocalDate.parse(text, DAY).format(DAY);
        } catch (DateTimeException e) {
            return NO_DAY;
        }
    }

    private static String clock(String text) {
        try {
            return LocalTime.parse(text, CLOCK).format(CLOCK);
        } catch (DateTimeException e) {
            return NO_TIME;
        }
    }

    private void header(Said.Source isa) {
        if (!control.matches("[0-9]{9}")) {
            broken(CONTROL_NUMBER);
        }
        if (!isa.text(12, 1).equals("00501")) {
            broken(VERSION);
        }
        if (date.equals(NO_DAY)) {
            broken(DATE);
        }
        if (time.equals(NO_TIME)) {
            broken(TIME);
        }
        if (!isa.text(14, 1).matches("[01]")) {
            noted(REQUEST);
        }
        if (!isa.text(15, 1).matches("[PT]")) {
            noted(USAGE);
        }
    }

    /** Refuses it; the first reason is the one that is said. */
    void broken(String code) {
        if (disposition != Disposition.REJECTED) {
            disposition = Disposition.REJECTED;
            note = code;
        }
    }

    private void noted(String code) {
        if (disposition == Disposition.ACCEPTED) {
            disposition = Disposition.ACCEPTED_WITH_ERRORS;
            note = code;
        }
    }

    void accept(String id, Said.Source segment, long position, List<InterchangeFault> faults) {
        GroupReview group = open;
        switch (id) {
            case "GS" -> {
                if (group != null) {
                    group.endMissing();
                }
                open = new GroupReview(segment);
                groups.add(open);
            }
            case "GE" -> {
                if (group == null) {
                    broken(CONTENT);
                } else {
                    group.ends(segment);
                    open = null;
                }
            }
            case "TA1" -> {
                answers = true;
                if (group != null) {
                    broken(CONTROL_STRUCTURE);
                }
            }
            default -> {
                if (group == null || !group.accept(id, segment, position, faults)) {
                    broken(CONTENT);
                }
            }
        }
    }

    void ends(Said.Source iea) {
        if (open != null) {
            open.endMissing();
            open = null;
        }
        if (!iea.text(1, 1).replaceFirst("^0+(?=.)", "").equals(Integer.toString(groups.size()))) {
            broken(GROUPS);
        }
        if (!iea.text(2, 1).equals(control)) {
            broken(CONTROLS_DIFFER);
        }
        if (groups.isEmpty() && !answers) {
            broken(CONTENT);
        }
    }

    /** A TA1 if one is owed; one TA1 never answers another. */
    @Nullable
    InterchangeAcknowledgment acknowledgment() {
        boolean onlyAnswers = groups.stream().allMatch(GroupReview::acknowledges);
        boolean owed = disposition == Disposition.ACCEPTED ? requested && !onlyAnswers : !(answers && groups.isEmpty());
        return owed
                ? new InterchangeAcknowledgment(Echo.digits(control, 9), date, written(time), disposition, note)
                : null;
    }

    private static String written(String time) {
        return time.equals(NO_TIME) ? "0000" : time;
    }

    /** The groups that are to be acknowledged: none of a refused interchange, and no acknowledgments. */
    List<FunctionalAcknowledgment> groups() {
        if (disposition == Disposition.REJECTED) {
            return List.of();
        }
        return groups.stream()
                .filter(group -> !group.acknowledges())
                .map(group -> group.acknowledgment(Echo.digits(control, 9)))
                .toList();
    }

    static boolean isAcknowledgment(String function) {
        return function.equals(TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT.function());
    }
}
