package org.plainclaim.server.submission;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.plainclaim.server.store.PracticeSql;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A process of its own that dispatches once and is stopped on the way: database, folder, number of the step. */
public final class HaltedDispatcher {
    private HaltedDispatcher() {}

    /** Ends with 0 if it came to the end before the step. */
    public static void main(String[] arguments) {
        Halting halting = new Halting(Integer.parseInt(arguments[2]));
        DataSource source = halting.over(new DriverManagerDataSource(arguments[0]));
        Tables tables = Tables.over(
                PracticeSql.only(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                Clock.systemUTC());
        Routes routes = halting.over(new Folders(Path.of(arguments[1]), "p"));
        new Dispatcher(tables, routes, new ListedClaims(), new Told()).run();
        Runtime.getRuntime().halt(0);
    }
}
