package org.plainclaim.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.codes.CodeStore;

/** The rule books of all payers in one release. */
public final class RuleLibrary {
    /** The payer id under which the base rows stand alone. */
    public static final String BASE = "base";

    private final Map<String, RuleBook> books;
    private final Release release;

    public RuleLibrary(Map<String, RuleBook> books, Release release) {
        this.books = Collections.unmodifiableMap(new HashMap<>(books));
        this.release = release;
    }

    /** The book of a payer; empty if this release has none for it. */
    public Optional<RuleBook> book(String payer) {
        return Optional.ofNullable(books.get(payer));
    }

    /** The rules that hold whoever pays. */
    public RuleBook base() {
        return java.util.Objects.requireNonNull(books.get(BASE), "no base rules");
    }

    public Set<String> payers() {
        return books.keySet();
    }

    /** The code systems by date of service. */
    public CodeStore codes() {
        return base().codes();
    }

    /** The same rules over other codes. */
    public RuleLibrary with(CodeStore codes, Release other) {
        Map<String, RuleBook> changed = new HashMap<>();
        books.forEach((payer, book) -> changed.put(payer, new RuleBook(payer, book.tables(), codes, other)));
        return new RuleLibrary(changed, other);
    }

    public Release release() {
        return release;
    }
}
