package org.plainclaim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** What classes need, and what those need in turn. */
final class Reach {
    private Reach() {}

    /** Our classes that a package comes to, those of itself among them. */
    static Set<JavaClass> of(JavaClasses all, String from) {
        Set<JavaClass> reached = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        all.stream().filter(one -> one.getPackageName().startsWith(from)).forEach(open::add);
        while (!open.isEmpty()) {
            JavaClass one = open.remove();
            if (one.getPackageName().startsWith("org.plainclaim") && reached.add(one)) {
                one.getDirectDependenciesFromSelf().forEach(dependency -> open.add(dependency.getTargetClass()));
            }
        }
        return reached;
    }
}
