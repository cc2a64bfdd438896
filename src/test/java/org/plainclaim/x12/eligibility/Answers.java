package org.plainclaim.x12.eligibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.x12.InterchangeFault;

/** A 271 that was read: what it says and what is wrong with it. */
public final class Answers implements AnswerListener {
    private final List<EligibilityAnswer> answers = new ArrayList<>();
    private final List<AnswerHeader> headers = new ArrayList<>();
    private final List<InterchangeFault> faults = new ArrayList<>();
    private final List<InterchangeFault> outside = new ArrayList<>();

    private Answers() {}

    /** Reads a file. */
    public static Answers of(String file) throws IOException {
        Answers read = new Answers();
        AnswerReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), read);
        return read;
    }

    /** An answer of one payer about the subscriber, with these segments below the member. */
    public static String file(String asked, List<String> member, List<String> benefits) {
        List<String> segments = new ArrayList<>(List.of(
                "ST*271*0001*005010X279A1",
                "BHT*0022*11*T1*" + asked + "*1200",
                "HL*1**20*1",
                "NM1*PR*2*GOLD HEALTH*****PI*GH1",
                "HL*2*1*21*1",
                "NM1*1P*2*A PRACTICE*****XX*1234567893",
                "HL*3*2*22*0",
                "TRN*2*T1*9000000000"));
        segments.addAll(member);
        segments.addAll(benefits);
        segments.add("SE*" + (segments.size() + 1) + "*0001");
        return "ISA*00*          *00*          *ZZ*GOLD           *ZZ*PRACTICE      "
                + " *260309*1200*^*00501*000000001*0*T*:~GS*HB*GOLD*PRACTICE*20260309*1200*1*X*005010X279A1~"
                + String.join("~", segments)
                + "~GE*1*1~IEA*1*000000001~";
    }

    public List<EligibilityAnswer> answers() {
        return answers;
    }

    public List<AnswerHeader> headers() {
        return headers;
    }

    public List<InterchangeFault> faults() {
        return faults;
    }

    public List<InterchangeFault> outside() {
        return outside;
    }

    @Override
    public void answer(AnswerHeader header, EligibilityAnswer answer) {
        headers.add(header);
        answers.add(answer);
    }

    @Override
    public void closed(List<InterchangeFault> found) {
        faults.addAll(found);
    }

    @Override
    public void ended(List<InterchangeFault> found) {
        outside.addAll(found);
    }
}
