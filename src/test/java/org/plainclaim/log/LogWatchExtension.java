package org.plainclaim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test class during which something about a person was logged; it is part of every test class by itself. */
public final class LogWatchExtension implements BeforeAllCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        LogWatch.attached();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertEquals(List.of(), LogWatch.attached().takeTold(), "the log says something about a person");
    }
}
