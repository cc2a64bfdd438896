package org.plainclaim.server.fault;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plainclaim.server.FhirHttp;

/** What happens while people work. */
interface Disaster {
    /**
     * Strikes.
     *
     * @param server the server that they work with
     * @param millis how long nothing happens
     * @return whether that server goes on
     */
    boolean strikes(ServerProcess server, int millis);

    /** The other servers over the same database, at this moment. */
    default List<FhirHttp> others() {
        return List.of();
    }

    /** The server is killed. */
    Disaster SERVER_KILLED = (server, millis) -> {
        server.killAfter(millis);
        return false;
    };

    /** The processes of the database are killed, and it comes back. */
    static Disaster killed(KilledPostgres database) {
        return (server, millis) -> {
            passes(millis);
            database.kill();
            database.comesBack();
            return true;
        };
    }

    /** Lets time pass. */
    static void passes(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
