package org.plainclaim.server.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Why the database could not do its part, which is no fault of what was asked, and passes. */
public enum Outage {
    /** No connection was to be had in time: all are in use, or it is not there. */
    BUSY,

    /** It went away after it had begun: what was to be stored is there wholly or not at all. */
    LOST,

    /** It has no room, or can not write. */
    FULL;

    /** SQLSTATE of PostgreSQL: shutdown, crash, starting up. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03");

    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String DISK_FULL = "53100";

    /** The pool's word for a connection that it had to give up, which comes instead of the cause when a transaction is undone. */
    private static final String GIVEN_UP = "Connection is closed";

    private static final Set<Integer> H2_GONE =
            Set.of(ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN);
    private static final Set<Integer> H2_FULL = Set.of(ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2);

    /** What a failure comes from, if it is this. */
    public static Optional<Outage> of(Throwable failure) {
        Optional<Outage> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<Outage> one = ofOne(cause);
            if (one.isPresent() && (found.isEmpty() || one.get() == FULL)) {
                found = one;
            }
        }
        return found;
    }

    private static Optional<Outage> ofOne(Throwable cause) {
        if (cause instanceof MVStoreException store) {
            return ofStore(store);
        }
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(BUSY);
        }
        return cause instanceof SQLException sql ? ofSql(sql) : Optional.empty();
    }

    /** H2 says by the same exception what transactions do to each other, and that is none. */
    private static Optional<Outage> ofStore(MVStoreException failure) {
        return switch (failure.getErrorCode()) {
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED -> Optional.of(FULL);
            case DataUtils.ERROR_CLOSED -> Optional.of(LOST);
            default -> Optional.empty();
        };
    }

    private static Optional<Outage> ofSql(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(TOO_MANY_CONNECTIONS)) {
            return Optional.of(BUSY);
        }
        if (state.equals(DISK_FULL) || state.startsWith("58") || H2_FULL.contains(failure.getErrorCode())) {
            return Optional.of(FULL);
        }
        boolean givenUp = failure.getSQLState() == null && GIVEN_UP.equals(failure.getMessage());
        boolean gone =
                givenUp || state.startsWith("08") || GONE.contains(state) || H2_GONE.contains(failure.getErrorCode());
        return gone ? Optional.of(LOST) : Optional.empty();
    }

    /** Throws on what comes from an outage, for whoever else would take it for a fault of one of many things. */
    public static void rethrow(Exception failure) {
        if (of(failure).isPresent()) {
            throw new IllegalStateException("the database could not do its part", failure);
        }
    }
}
