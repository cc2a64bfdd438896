package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.model.HistoryCountModeEnum;
import ca.uhn.fhir.jpa.model.entity.StorageSettings;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import java.util.Set;

/** What we ask of HAPI's store, where its standard is not R4 or not ours. */
final class StoreSettings {
    private StoreSettings() {}

    static JpaStorageSettings create(Set<String> ownBaseUrls, boolean severalPractices) {
        JpaStorageSettings settings = new JpaStorageSettings();
        settings.setAllowExternalReferences(true);
        settings.setTreatBaseUrlsAsLocal(ownBaseUrls);
        settings.setAllowMultipleDelete(false);
        settings.setExpungeEnabled(true);
        settings.setStoreMetaSourceInformation(JpaStorageSettings.StoreMetaSourceInformationEnum.SOURCE_URI);
        settings.setBundleBatchPoolSize(4);
        settings.setBundleBatchMaxPoolSize(8);
        if (severalPractices) {
            // numbers would tell each practice how much the others store
            settings.setResourceServerIdStrategy(JpaStorageSettings.IdStrategyEnum.UUID);
        }
        search(settings);
        withoutBackgroundWork(settings);
        return settings;
    }

    private static void search(JpaStorageSettings settings) {
        settings.setReuseCachedSearchResultsForMillis(null);
        settings.setDefaultTotalMode(SearchTotalModeEnum.ACCURATE);
        settings.setHistoryCountMode(HistoryCountModeEnum.COUNT_ACCURATE);
        settings.setMaximumIncludesToLoadPerPage(null);
        settings.setMaximumSearchResultCountInTransaction(null);
        settings.setAllowContainsSearches(true);
        settings.setLanguageSearchParameterEnabled(true);
        settings.setIndexIdentifierOfType(true);
        settings.setIndexMissingFields(StorageSettings.IndexEnabledEnum.ENABLED);
        settings.setHibernateSearchIndexFullText(false);
        settings.setHibernateSearchIndexSearchParams(false);
        // names of search parameters in a table of their own, each written by a transaction, for a way to store indexes
        // that is not used
        settings.setWriteToSearchParamIdentityTable(false);
    }

    private static void withoutBackgroundWork(JpaStorageSettings settings) {
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        settings.setEnableTaskBulkExportJobExecution(false);
        settings.setEnableTaskBulkImportJobExecution(false);
        settings.setEnableTaskResourceReindexing(false);
        settings.setEnableTaskStaleSearchCleanup(false);
        settings.setStatusBasedReindexingDisabled(true);
        settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
    }
}
