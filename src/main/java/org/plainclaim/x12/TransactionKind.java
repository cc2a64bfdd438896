package org.plainclaim.x12;

/** What a transaction is for, by its functional group (GS01), transaction set (ST01) and implementation guide (GS08). */
public enum TransactionKind {
    /** 837P. */
    PROFESSIONAL_CLAIM("HC", "837", "005010X222"),
    /** 837I. */
    INSTITUTIONAL_CLAIM("HC", "837", "005010X223"),
    /** 270. */
    ELIGIBILITY_INQUIRY("HS", "270", "005010X279"),
    /** 271. */
    ELIGIBILITY_ANSWER("HB", "271", "005010X279"),
    /** 276. */
    STATUS_INQUIRY("HR", "276", "005010X212"),
    /** 277. */
    STATUS_ANSWER("HN", "277", "005010X212"),
    /** 277CA. */
    CLAIM_ACKNOWLEDGMENT("HN", "277", "005010X214"),
    /** 835. */
    REMITTANCE("HP", "835", "005010X221"),
    /** 999. */
    IMPLEMENTATION_ACKNOWLEDGMENT("FA", "999", "005010X231"),
    /** TA1, which is a segment and no transaction. */
    INTERCHANGE_ACKNOWLEDGMENT("", "TA1", ""),
    /** One that is not read here. */
    OTHER("", "", "");

    private final String function;
    private final String transaction;
    private final String guide;

    TransactionKind(String function, String transaction, String guide) {
        this.function = function;
        this.transaction = transaction;
        this.guide = guide;
    }

    /** GS01; empty if it has none. */
    public String function() {
        return function;
    }

    /** ST01. */
    public String transaction() {
        return transaction;
    }

    /** The kind; an addendum to the guide, such as A1, makes no difference. */
    public static TransactionKind of(String function, String version, String transaction) {
        TransactionKind kind = ofGroup(function, version);
        return kind.transaction.equals(transaction) ? kind : OTHER;
    }

    /** The one kind that a group of this version holds. */
    public static TransactionKind ofGroup(String function, String version) {
        for (TransactionKind kind : values()) {
            if (!kind.guide.isEmpty() && kind.function.equals(function) && version.startsWith(kind.guide)) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Whether any of them is in such a group, whatever its version. */
    public static boolean knowsFunction(String function) {
        for (TransactionKind kind : values()) {
            if (!kind.guide.isEmpty() && kind.function.equals(function)) {
                return true;
            }
        }
        return false;
    }
}
