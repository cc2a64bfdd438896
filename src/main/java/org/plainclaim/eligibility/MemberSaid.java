package org.plainclaim.eligibility;

import org.plainclaim.submission.Address;
import org.plainclaim.submission.Person;

/**
 * The patient as the payer knows it.
 *
 * @param memberId number of the subscriber; empty if not said
 * @param person name, birth date, sex and address; what is not said is empty
 * @param dependent true if the patient is a dependent of the subscriber
 * @param corrected true if the payer says that something of it is other than we sent (INS03 and INS04)
 */
public record MemberSaid(String memberId, Person person, boolean dependent, boolean corrected) {
    private static final Person NO_PERSON = new Person("", "", "", "", null, "", Address.UNKNOWN);

    /** Nothing is said of anybody. */
    public static final MemberSaid NOBODY = new MemberSaid("", NO_PERSON, false, false);

    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "MemberSaid[dependent=" + dependent + "]";
    }
}
