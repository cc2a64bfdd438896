package org.plainclaim.server.fault;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.FhirHttp;

/** A second node is killed, and another one joins. */
final class NodeLeaves implements Disaster, AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment;
    private volatile ServerProcess node;

    NodeLeaves(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
        this.node = ServerProcess.start(folder, environment);
    }

    @Override
    public boolean strikes(ServerProcess server, int millis) {
        node.killAfter(millis);
        node = ServerProcess.start(folder, environment);
        return true;
    }

    @Override
    public List<FhirHttp> others() {
        return List.of(node.http());
    }

    @Override
    public void close() {
        node.close();
    }
}
