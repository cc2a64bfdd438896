package org.plainclaim.server.desk;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns records into pages; the engine is made for the first page, because starting must not wait for it. */
final class Templates {
    private final Assets assets;
    private final ZoneId zone;
    private @Nullable PebbleEngine engine;

    Templates(Assets assets, ZoneId zone) {
        this.assets = assets;
        this.zone = zone;
    }

    /** The page of a template; everything that is shown is escaped. */
    String page(String template, Map<String, Object> model, Words words) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("words", words);
        StringWriter page = new StringWriter();
        try {
            engine().getTemplate(template).evaluate(page, shown, words.locale());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return page.toString();
    }

    private synchronized PebbleEngine engine() {
        if (engine == null) {
            ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
            loader.setPrefix("org/plainclaim/server/desk/templates");
            loader.setSuffix(".html");
            engine = new PebbleEngine.Builder()
                    .loader(loader)
                    .strictVariables(true)
                    .extension(new DeskExtension(assets, zone))
                    .build();
        }
        return engine;
    }
}
