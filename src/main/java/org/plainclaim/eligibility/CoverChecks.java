package org.plainclaim.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Person;

/** The checks of the member and of the coverage itself: EL01 to EL03, EL17, EL18 and EL20. */
final class CoverChecks {
    private static final String MEDICAID = "MC";
    private static final String CHILD = "19";

    private final EligibilityCase looked;
    private final CheckSheet sheet;

    CoverChecks(EligibilityCase looked, CheckSheet sheet) {
        this.looked = looked;
        this.sheet = sheet;
    }

    void make() {
        onFile();
        covered();
        member();
        age();
        dependent();
        month();
    }

    private void onFile() {
        CoverOnFile file = looked.cover();
        LocalDate day = looked.visit().from();
        LocalDate from = file.cover().from();
        LocalDate to = file.cover().to();
        boolean early = from != null && day.isBefore(from);
        boolean late = to != null && looked.visit().to().isAfter(to);
        String state = !file.active() ? "not-active" : early ? "not-yet" : late ? "ended" : "in-force";
        Evidence evidence = file.active()
                ? Looked.onFile(looked, "period", (from == null ? "" : from) + ".." + (to == null ? "" : to))
                : Looked.onFile(looked, "status", "not active");
        sheet.say("el01", state, evidence);
    }

    private void covered() {
        EligibilityAnswer answer = looked.answer();
        String state = answer == null ? "nobody-asked" : outcome(answer);
        sheet.say("el02", state, Map.of("payer", payer(answer)), Looked.answer(answer, "benefit", null));
    }

    private String outcome(EligibilityAnswer answer) {
        if (answer.heading().origin() == EligibilityAnswer.Origin.ON_FILE) {
            return "nobody-asked";
        }
        return switch (answer.heading().outcome()) {
            case QUEUED -> "queued";
            case UNREACHABLE -> "unreachable";
            case REFUSED -> "refused";
            case ANSWERED -> new ServiceBenefits(answer, looked.visit())
                    .standing()
                    .code();
        };
    }

    private String payer(@Nullable EligibilityAnswer answer) {
        String said = answer == null ? "" : answer.heading().payerName();
        return said.isEmpty() ? looked.cover().cover().payer().name() : said;
    }

    private void member() {
        EligibilityAnswer answer = looked.answer();
        if (answer == null || !answer.answered()) {
            sheet.say("el03", "not-said", Looked.answer(answer, "member", null));
            return;
        }
        String state = difference(answer.member());
        sheet.say("el03", state, Looked.answer(answer, "member", null));
    }

    private String difference(MemberSaid said) {
        Person patient = looked.patient();
        Person known = said.person();
        Cover cover = looked.cover().cover();
        LocalDate birth = known.birthDate();
        if (birth != null && patient.birthDate() != null && !birth.equals(patient.birthDate())) {
            return "birth-date-differs";
        }
        if (differ(known.last(), patient.last()) || differ(known.first(), patient.first())) {
            return "name-differs";
        }
        if (differ(said.memberId(), cover.memberId())) {
            return "number-differs";
        }
        boolean nothing =
                known.last().isEmpty() && birth == null && said.memberId().isEmpty();
        return nothing ? "not-said" : said.corrected() ? "corrected" : "same";
    }

    /** Marks and spaces are no difference; what one side does not say is none either. */
    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private void age() {
        EligibilityAnswer answer = looked.answer();
        Optional<Integer> most = sheet.days("el17");
        if (answer == null || !answer.answered() || most.isEmpty()) {
            sheet.say("el17", "nobody-asked", Looked.answer(answer, "at", null));
            return;
        }
        long days = ChronoUnit.DAYS.between(answeredOn(answer), looked.today());
        String state = days <= most.get() ? "fresh" : "old";
        Map<String, String> words = Map.of("days", Long.toString(days), "most", Integer.toString(most.get()));
        sheet.say("el17", state, words, Looked.answer(answer, "at", answeredOn(answer)));
    }

    private static LocalDate answeredOn(EligibilityAnswer answer) {
        return answer.heading().at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A child is covered as a dependent until it is 26. */
    private void dependent() {
        LocalDate birth = looked.patient().birthDate();
        if (!looked.cover().cover().relationship().equals(CHILD)) {
            return;
        }
        Evidence evidence = Looked.onFile(looked, "relationship", CHILD);
        Optional<Integer> most = sheet.days("el18");
        if (birth == null || most.isEmpty()) {
            sheet.say("el18", "not-known", evidence);
            return;
        }
        int years = Period.between(birth, looked.visit().from()).getYears();
        sheet.say("el18", years >= most.get() ? "too-old" : "young-enough", evidence);
    }

    /** Medicaid is granted month by month. */
    private void month() {
        EligibilityAnswer answer = looked.answer();
        if (!looked.cover().cover().filing().equals(MEDICAID)) {
            return;
        }
        if (answer == null || !answer.answered()) {
            sheet.say("el20", "nobody-asked", Looked.answer(answer, "at", null));
            return;
        }
        boolean older = YearMonth.from(answeredOn(answer))
                .isBefore(YearMonth.from(looked.visit().from()));
        sheet.say("el20", older ? "older-month" : "same-month", Looked.answer(answer, "at", answeredOn(answer)));
    }
}
