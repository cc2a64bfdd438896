package org.plainclaim.server.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test that takes minutes, and runs when it is said how often the disaster strikes. */
@Test
@EnabledIfSystemProperty(
        named = "plainclaim.kills",
        matches = "[1-9][0-9]*",
        disabledReason = "takes minutes; with -Dplainclaim.kills=20")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface LongForm {}
