package org.plainclaim.server.store;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.dao.BaseHapiFhirResourceDao;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/** Registers one data access object for each stored type, instead of HAPI's 150. */
final class DaoRegistrar implements BeanDefinitionRegistryPostProcessor {
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        StoredTypes.OFFERED.forEach(type -> register(registry, type, () -> StoredTypes.newDao(type)));
        StoredTypes.INTERNAL.forEach((type, maker) -> register(registry, type, () -> made(maker, type)));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

    private static void register(
            BeanDefinitionRegistry registry,
            Class<? extends Resource> type,
            Supplier<BaseHapiFhirResourceDao<?>> maker) {
        ConfigurableListableBeanFactory beans = (ConfigurableListableBeanFactory) registry;
        RootBeanDefinition definition = new RootBeanDefinition();
        Class<?> daoClass = maker.get().getClass();
        definition.setTargetType(ResolvableType.forClassWithGenerics(daoClass, type));
        definition.setInstanceSupplier(() -> {
            BaseHapiFhirResourceDao<?> dao = maker.get();
            dao.setContext(beans.getBean(FhirContext.class));
            return dao;
        });
        definition.setRole(BeanDefinition.ROLE_APPLICATION);
        registry.registerBeanDefinition("my" + type.getSimpleName() + "DaoR4", definition);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static BaseHapiFhirResourceDao<?> made(
            Supplier<BaseHapiFhirResourceDao<?>> maker, Class<? extends Resource> type) {
        BaseHapiFhirResourceDao dao = maker.get();
        dao.setResourceType(type);
        return dao;
    }
}
