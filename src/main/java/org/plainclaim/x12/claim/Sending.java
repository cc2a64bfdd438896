package org.plainclaim.x12.claim;

import java.util.List;
import org.plainclaim.x12.Interchange;

/** Looks at the envelope and the submitter before anything is written. */
final class Sending {
    private static final long CONTROL = 999_999_999;
    private static final int ID = 15;

    private Sending() {}

    static List<ClaimFault> faults(Interchange interchange, Submitter submitter, int claims) {
        Loops out = new Loops();
        out.loop("ISA");
        id(out, "ISA06", interchange.sender());
        id(out, "ISA08", interchange.receiver());
        control(out, "ISA13", interchange.control());
        control(out, "GS06", interchange.group());
        control(out, "ST02", interchange.transaction());
        long transactions = claims / ClaimInterchangeWriter.CLAIMS_IN_A_TRANSACTION + 1L;
        control(out, "ST02", interchange.transaction() + transactions);
        submitter(out, submitter);
        return out.faults();
    }

    private static void id(Loops out, String element, String id) {
        out.segment("ISA", out.code(element, id, ID));
        if (id.length() == 1) {
            out.fault(element, "is shorter than 2 characters");
        }
    }

    private static void control(Loops out, String element, long number) {
        if (number < 1 || number > CONTROL) {
            out.fault(element, "is not from 1 to " + CONTROL);
        }
    }

    private static void submitter(Loops out, Submitter submitter) {
        out.loop("1000A");
        out.segment("NM1", out.name("NM103", submitter.name(), 60), out.code("NM109", submitter.id(), 80));
        out.segment("PER", out.name("PER02", submitter.contact(), 60), out.digits("PER04", submitter.phone(), 10));
        out.loop("1000B");
        out.segment("NM1", out.name("NM103", submitter.receiver(), 60), out.code("NM109", submitter.receiverId(), 80));
    }
}
