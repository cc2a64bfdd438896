package org.plainclaim.server.desk;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** All words of the workbench, from a bundle that can be translated. */
final class Words {
    private static final String BUNDLE = "org.plainclaim.server.desk.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The words in the language that a browser asks for, or in English. */
    static Words in(Locale locale) {
        return new Words(ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK));
    }

    /** The language of the words that were found. */
    public Locale locale() {
        Locale found = bundle.getLocale();
        return found.getLanguage().isEmpty() ? Locale.US : found;
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The words of a key; the key itself if there are none. */
    String say(String key, List<Object> values) {
        if (!bundle.containsKey(key)) {
            return key;
        }
        return new MessageFormat(bundle.getString(key), locale()).format(values.toArray());
    }
}
