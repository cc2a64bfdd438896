package org.plainclaim.x12.eligibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.BenefitAmount;
import org.plainclaim.eligibility.BenefitContact;
import org.plainclaim.eligibility.BenefitExtent;
import org.plainclaim.eligibility.BenefitRemarks;
import org.plainclaim.eligibility.BenefitTerms;
import org.plainclaim.eligibility.PlanDate;
import org.plainclaim.eligibility.PlanNumber;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.Said;

/** One EB with what belongs to it, while it is read (loops 2110, 2115 and 2120). */
final class BenefitDraft {
    private static final int MOST = 200;
    private static final int TWO_DIGITS = 2;

    private final String code;
    private final List<String> serviceTypes;
    private final @Nullable Procedure procedure;
    private final BenefitExtent extent;
    private final BenefitAmount amount;
    private final BenefitTerms terms;
    private final List<String> places = new ArrayList<>();
    private final List<PlanDate> dates = new ArrayList<>();
    private final List<PlanNumber> numbers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<BenefitContact> contacts = new ArrayList<>();

    BenefitDraft(Said said) {
        code = said.text(1);
        serviceTypes = said.repetitions(3);
        procedure = said.procedure(13);
        extent = new BenefitExtent(said.text(2), said.text(4), said.text(5), said.text(6));
        amount = new BenefitAmount(said.optionalAmount(7), part(said.number(8)), said.text(9), said.number(10));
        terms = new BenefitTerms(said.text(11), said.text(12));
        if (code.isEmpty()) {
            said.wrong(1, "has to say what the benefit is");
        }
    }

    /** A part of one; some payers say 20 where 0.2 is meant. */
    private static @Nullable BigDecimal part(@Nullable BigDecimal number) {
        if (number == null || number.compareTo(BigDecimal.ONE) <= 0) {
            return number;
        }
        return number.divide(BigDecimal.valueOf(100), number.scale() + TWO_DIGITS, RoundingMode.UNNECESSARY);
    }

    /** Takes a segment that belongs to the benefit; false if it does not. */
    boolean take(String segment, Said said) {
        switch (segment) {
            case "REF" -> add(numbers, new PlanNumber(said.text(1), said.text(2), said.text(3)), said);
            case "DTP" -> dates(said);
            case "MSG" -> add(messages, said.text(1), said);
            case "III" -> place(said);
            case "NM1" -> contact(said);
            case "PER" -> phone(said);
            case "HSD", "LS", "LE", "N3", "N4", "PRV" -> {
                // deliveries and addresses of others decide nothing
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static <T> void add(List<T> list, T thing, Said said) {
        if (list.size() == MOST) {
            said.wrong("more than " + MOST + " of these belong to one benefit");
        } else {
            list.add(thing);
        }
    }

    private void dates(Said said) {
        LocalDate from = said.dateOfRange(3, false);
        LocalDate to = said.dateOfRange(3, true);
        if (from != null && to != null) {
            add(dates, new PlanDate(said.text(1), from, to), said);
        }
    }

    private void place(Said said) {
        if (said.text(1).equals("ZZ") && !said.text(2).isEmpty()) {
            add(places, said.text(2), said);
        }
    }

    private void contact(Said said) {
        add(contacts, new BenefitContact(said.text(1), name(said), said.text(9), "", ""), said);
    }

    private static String name(Said said) {
        return said.text(4).isEmpty() ? said.text(3) : said.text(3) + ", " + said.text(4);
    }

    private void phone(Said said) {
        if (contacts.isEmpty()) {
            return;
        }
        BenefitContact last = contacts.remove(contacts.size() - 1);
        String phone = last.phone();
        String web = last.web();
        for (int kind = 3; kind <= 7; kind += 2) {
            phone = said.text(kind).equals("TE") ? said.text(kind + 1) : phone;
            web = said.text(kind).equals("UR") ? said.text(kind + 1) : web;
        }
        contacts.add(new BenefitContact(last.role(), last.name(), last.id(), phone, web));
    }

    Benefit made() {
        return new Benefit(
                code,
                new Benefit.Subject(serviceTypes, procedure, places),
                extent,
                amount,
                terms,
                new BenefitRemarks(dates, numbers, messages, contacts));
    }
}
