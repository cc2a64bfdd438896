package org.plainclaim.server.desk;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What templates can say beside what Pebble can: words, dates in the zone of the practice, and money. */
final class DeskExtension extends AbstractExtension {
    private static final int MOST_VALUES = 10;

    private final Assets assets;
    private final ZoneId zone;

    DeskExtension(Assets assets, ZoneId zone) {
        this.assets = assets;
        this.zone = zone;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("say", new Say(), "known", new Known(), "asset", new Address());
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "day", new Shown((value, locale) -> Moments.day(value, zone, locale)),
                "shortday", new Shown((value, locale) -> Moments.shortDay(value, zone, locale)),
                "time", new Shown((value, locale) -> Moments.time(value, zone, locale)),
                "clock", new Shown((value, locale) -> Moments.clock(value, zone)),
                "moment", new Shown((value, locale) -> Moments.moment(value, zone, locale)),
                "money", new Shown(DeskExtension::money));
    }

    private static String money(Object value, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance("USD"));
        return format.format(value instanceof BigDecimal amount ? amount : new BigDecimal(String.valueOf(value)));
    }

    private interface Showing {
        String show(Object value, Locale locale);
    }

    /** Shows a value in the language of the page; what is not there is shown as nothing. */
    private record Shown(Showing how) implements Filter {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return input == null || input.toString().isEmpty() ? "" : how.show(input, context.getLocale());
        }
    }

    /** {@code say('key', value, ...)}. */
    private static final class Say implements Function {
        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            List<Object> values = inOrder(arguments);
            return Words.in(context.getLocale()).say(String.valueOf(values.get(0)), values.subList(1, values.size()));
        }

        private static List<Object> inOrder(Map<String, Object> arguments) {
            Map<Integer, Object> sorted = new TreeMap<>();
            for (int i = 0; i < MOST_VALUES; i++) {
                if (arguments.containsKey(String.valueOf(i))) {
                    sorted.put(i, arguments.getOrDefault(String.valueOf(i), ""));
                }
            }
            return new ArrayList<>(sorted.values());
        }
    }

    /** {@code known('key')}: whether there are words for it. */
    private static final class Known implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("key");
        }

        @Override
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            return Words.in(context.getLocale()).has(String.valueOf(arguments.get("key")));
        }
    }

    /** {@code asset('name')}. */
    private final class Address implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
            return assets.address(String.valueOf(arguments.get("name")));
        }
    }
}
