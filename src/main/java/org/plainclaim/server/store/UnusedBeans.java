package org.plainclaim.server.store;

import java.util.List;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Takes out HAPI's beans for features that this server does not offer, before they cost anything. */
final class UnusedBeans implements BeanDefinitionRegistryPostProcessor {
    private static final List<String> NAMES = List.of(
            "bulkDataExportJobSchedulingHelper",
            "bulkDataExportHistoryHelper",
            "jpaBulkExportProcessor",
            "replaceReferencesSvc",
            "replaceReferencesProvenanceSvc",
            "replaceReferencesPatchBundleSvc",
            "resourceVersionRestorer",
            "getUndoReplaceReferencesSvc",
            "batch2TaskHelper",
            "mdmLinkExpandSvcHolder",
            "mdmEidMatchOnlyLinkExpandSvc",
            "mdmLinkExpandSvc",
            "mdmSearchExpansionSvc",
            "mdmLinkDao",
            "bulkExportMDMResourceExpander",
            "bulkExportMDMEidMatchOnlyResourceExpander",
            "mdmLinkImplFactory",
            "helperSvc",
            "auditReader");

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        NAMES.stream().filter(registry::containsBeanDefinition).forEach(registry::removeBeanDefinition);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        LazyRepositories.mark((DefaultListableBeanFactory) beans);
    }
}
