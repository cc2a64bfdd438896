package org.plainclaim.server.store;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.repository.Repository;

/**
 * Makes HAPI's Spring Data repositories on first use.
 *
 * <p>Each of the thirty parses its queries when it is made, which is a tenth of the work of a start, and most are never
 * asked. Spring has no other hook for this than to be extended.
 */
public final class LazyRepositories extends ContextAnnotationAutowireCandidateResolver {
    private static final String FACTORY = "RepositoryFactoryBean";

    /** Lets every place that wants a repository have one that is made when it is first called. */
    public static void in(DefaultListableBeanFactory beans) {
        beans.setAutowireCandidateResolver(new LazyRepositories());
    }

    /** Takes the repositories out of what is made at the start. */
    static void mark(DefaultListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            String type = definition.getBeanClassName();
            if (type != null && type.endsWith(FACTORY)) {
                definition.setLazyInit(true);
            }
        }
    }

    @Override
    protected boolean isLazy(DependencyDescriptor wanted) {
        return Repository.class.isAssignableFrom(wanted.getDependencyType()) || super.isLazy(wanted);
    }
}
