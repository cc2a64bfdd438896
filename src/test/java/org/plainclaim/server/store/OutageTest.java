package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;

/** What a failure of the database is called, by what it comes from; real outages are in {@code server.fault}. */
final class OutageTest {
    private static Optional<Outage> of(Throwable cause) {
        return Outage.of(new IllegalStateException(new IllegalArgumentException(cause)));
    }

    private static Optional<Outage> state(String state) {
        return of(new SQLException("", state));
    }

    @Test
    void whoGetsNoConnectionFindsItBusyWhyeverThatIs() {
        SQLException refused = new SQLException("refused", "08001");
        assertEquals(Optional.of(Outage.BUSY), of(new SQLTransientConnectionException("timed out", "", refused)));
        assertEquals(Optional.of(Outage.BUSY), state("53300"));
    }

    @Test
    void aConnectionThatBreaksIsLost() {
        for (String state : new String[] {"08006", "08003", "57P01", "57P02", "57P03"}) {
            assertEquals(Optional.of(Outage.LOST), state(state), state);
        }
        assertEquals(Optional.of(Outage.LOST), of(new SQLException("Connection is closed")));
        assertEquals(Optional.of(Outage.LOST), of(new SQLException("", "", ErrorCode.DATABASE_IS_CLOSED)));
    }

    @Test
    void aFullDiskIsTheReasonWhateverComesOfIt() {
        assertEquals(Optional.of(Outage.FULL), state("53100"));
        SQLException full = new SQLException("", "", ErrorCode.IO_EXCEPTION_2);
        assertEquals(Optional.of(Outage.FULL), of(new SQLException("", "", ErrorCode.DATABASE_IS_CLOSED, full)));
    }

    /** H2 says by the same exception that two transactions wait for each other, which is a conflict and no full disk. */
    @Test
    void twoTransactionsThatWaitForEachOtherAreNoOutage() {
        MVStoreException waits = new MVStoreException(DataUtils.ERROR_TRANSACTIONS_DEADLOCK, "");
        assertEquals(Optional.empty(), of(new SQLException("", "40001", ErrorCode.DEADLOCK_1, waits)));
        MVStoreException full = new MVStoreException(DataUtils.ERROR_WRITING_FAILED, "");
        assertEquals(Optional.of(Outage.FULL), of(new SQLException("", "HY000", ErrorCode.GENERAL_ERROR_1, full)));
    }

    @Test
    void everythingElseIsADefect() {
        assertEquals(Optional.empty(), of(new IOException()));
        assertEquals(Optional.empty(), state("42601"));
        assertEquals(Optional.empty(), of(new SQLException("something else")));
    }

    @Test
    void isThrownOnByWhoeverWouldTakeItForAFaultOfOneOfMany() {
        Outage.rethrow(new IOException());
        SQLException lost = new SQLException("", "08006");
        assertThrows(IllegalStateException.class, () -> Outage.rethrow(lost));
    }
}
