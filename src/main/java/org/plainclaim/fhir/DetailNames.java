package org.plainclaim.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

/** The details of services that the terminology folder declares. */
final class DetailNames {
    private final Map<String, ServiceDetail> byName = new HashMap<>();

    static DetailNames load(TerminologyFolder folder) {
        DetailNames names = new DetailNames();
        folder.parts(ServiceDetail.TABLE.file()).forEach(file -> CsvFile.read(file)
                .forEach(row -> names.byName.put(
                        row.at("detail"), ServiceDetail.of(row.at("detail"), row.at("type"), row.at("values")))));
        return names;
    }

    Optional<ServiceDetail> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
