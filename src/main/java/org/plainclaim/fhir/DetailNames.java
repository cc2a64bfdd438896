package org.plainclaim.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

/** The details of services that the terminology folder declares. */
final class DetailNames {
    private final Map<String, ServiceDetail> byName = new HashMap<>();

    static DetailNames load(TerminologyFolder folder) {
        DetailNames names = new DetailNames();
        folder.parts(ServiceDetail.TABLE.file())
                .forEach(file -> CsvFile.read(file).forEach(row -> {
                    String values = row.at("values");
                    Set<String> allowed = row.at("type").equals("flag")
                            ? Set.of("yes", "no")
                            : values.isEmpty() ? Set.of() : Set.of(values.split("\\|", -1));
                    names.byName.put(row.at("detail"), new ServiceDetail(row.at("detail"), row.at("type"), allowed));
                }));
        return names;
    }

    Optional<ServiceDetail> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
