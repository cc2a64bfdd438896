package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.TradingPartner;

/** Stops the process as if the power failed, before the n-th thing that it does to a database or a partner. */
final class Halting {
    /** What the process ends with. */
    static final int HALTED = 137;

    private final AtomicInteger left;

    Halting(int steps) {
        this.left = new AtomicInteger(steps);
    }

    private void step() {
        if (left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(HALTED);
        }
    }

    /** The same database, where each change and each commit is a step. */
    DataSource over(DataSource source) {
        return wrapped(DataSource.class, source);
    }

    private <T> T wrapped(Class<T> type, T inner) {
        Object proxy = Proxy.newProxyInstance(
                Halting.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(inner, method, arguments));
        return type.cast(proxy);
    }

    private Object call(Object inner, Method method, Object[] arguments) throws Throwable {
        boolean counts = List.of("executeUpdate", "executeBatch", "commit").contains(method.getName());
        if (counts) {
            step();
        }
        Object answer;
        try {
            answer = method.invoke(inner, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
        if (answer instanceof PreparedStatement statement) {
            return wrapped(PreparedStatement.class, statement);
        }
        if (answer instanceof Connection connection) {
            return wrapped(Connection.class, connection);
        }
        return answer instanceof Statement statement ? wrapped(Statement.class, statement) : answer;
    }

    /** The same partners, where each file is a step. */
    Routes over(Routes routes) {
        return new Routes() {
            @Override
            public Optional<TradingPartner> ofPayer(String payer) {
                return routes.ofPayer(payer);
            }

            @Override
            public Optional<TradingPartner> partner(String id) {
                return routes.partner(id);
            }

            @Override
            public Channel open(TradingPartner partner) throws IOException {
                return new Counted(routes.open(partner));
            }
        };
    }

    private final class Counted implements Channel {
        private final Channel inner;

        private Counted(Channel inner) {
            this.inner = inner;
        }

        @Override
        public void put(String name, byte[] file) throws IOException {
            step();
            inner.put(name, file);
        }

        @Override
        public List<String> waiting() throws IOException {
            return inner.waiting();
        }

        @Override
        public InputStream open(String name) throws IOException {
            return inner.open(name);
        }

        @Override
        public void taken(String name) throws IOException {
            inner.taken(name);
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
