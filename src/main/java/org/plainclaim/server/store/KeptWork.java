package org.plainclaim.server.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.CurrentVersions.Current;

/**
 * What was worked out lately over a view of the store, with all that the work asked of it.
 *
 * <p>The database is asked for everything again. If each question has the same answer, by the very same trees, the work would
 * ask the same and come to the same; so it is not done again. It must look at nothing but the view and what is named beside it.
 *
 * @param <T> the result, which nobody changes
 */
public final class KeptWork<T> {
    private final KeptResults<Done<T>> kept;
    private final Predicate<T> lasts;

    /**
     * Keeps so many results.
     *
     * @param lasts whether a result will be the same tomorrow if nothing changes
     */
    public KeptWork(int most, Predicate<T> lasts) {
        this.kept = new KeptResults<>(most);
        this.lasts = lasts;
    }

    private record Done<T>(List<Object> beside, Map<Question, List<Current>> answers, T result) {
        boolean holds(StoreView view, List<?> now) {
            if (!beside.equals(now)) {
                return false;
            }
            view.expect(answers.keySet());
            for (Map.Entry<Question, List<Current>> asked : answers.entrySet()) {
                if (!same(asked.getValue(), view.ask(asked.getKey()))) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("ReferenceEquality") // a version has one tree, and another tree is another version
        private static boolean same(List<Current> before, List<Current> now) {
            boolean same = before.size() == now.size();
            for (int i = 0; same && i < before.size(); i++) {
                same = before.get(i).json() == now.get(i).json();
            }
            return same;
        }
    }

    /**
     * The result of a piece of work; null only if the work gives null.
     *
     * @param name of the work, within the practice
     * @param beside what the work looks at besides the view, such as rules
     */
    public @Nullable T of(String name, StoreView view, List<?> beside, Supplier<@Nullable T> work) {
        String key = view.partition() + " " + name;
        Done<T> last = kept.get(key, List.of()).orElse(null);
        if (last != null && last.holds(view, beside)) {
            return last.result();
        }
        Set<Question> questions = new LinkedHashSet<>();
        T result = view.noting(questions, work);
        if (result != null && lasts.test(result)) {
            Map<Question, List<Current>> answers = new LinkedHashMap<>();
            questions.forEach(question -> answers.put(question, view.answers(question)));
            kept.keep(key, List.of(), new Done<>(List.copyOf(beside), answers, result));
        }
        return result;
    }
}
