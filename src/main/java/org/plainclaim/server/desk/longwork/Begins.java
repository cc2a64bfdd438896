package org.plainclaim.server.desk.longwork;

import java.util.stream.Stream;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Visit;

/** Who is shown the buttons; whether they may is settled by the server. */
public final class Begins {
    private Begins() {}

    /** Whether the person who looks may have a day derived. */
    public static boolean who(Visit visit) {
        return Stream.of(Role.CODER, Role.BILLER, Role.ADMIN).anyMatch(visit.person()::is);
    }
}
