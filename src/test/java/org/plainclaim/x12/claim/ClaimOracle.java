package org.plainclaim.x12.claim;

import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.IOException;
import java.util.List;
import org.plainclaim.submission.Form;
import org.plainclaim.x12.remittance.Oracle;

/**
 * Another program's opinion of a file of claims.
 *
 * <p>It tells segments of one name apart by their elements, but not by the first part of a composite, and so takes the
 * HI segments of one claim for one that comes too often. It is shown only the first of each claim; the tests look at
 * the others themselves.
 */
public final class ClaimOracle {
    private ClaimOracle() {}

    public static List<String> complaints(Form form, String file) throws IOException {
        FileType type = form == Form.PROFESSIONAL ? FileType.ANSI837_5010_X222 : FileType.ANSI837_5010_X223;
        return Oracle.complaints(type, file.replaceAll("(?<=~)HI\\*(?!ABK)[^~]*~", ""));
    }
}
