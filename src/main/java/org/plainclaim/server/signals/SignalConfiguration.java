package org.plainclaim.server.signals;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.plainclaim.plausibility.PlausibilityEngine;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.signals.ClinicianRecords.Tables;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.plainclaim.terminology.TerminologyFolder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the signals together over the store. */
@Configuration
public class SignalConfiguration {
    @Bean
    NoteWords noteWords(CurrentVersions versions, Knowledge knowledge) {
        return new NoteWords(versions, note -> knowledge.reader().textOf(note));
    }

    @Bean
    Tables signalTables(
            DataSource source, Practices practices, FhirContext fhir, Knowledge knowledge, NoteWords words) {
        OwnTables.bringUpToDate(source, "signals");
        PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
        Function<IBaseResource, Optional<String>> texts = new NoteContents(fhir, knowledge.reader());
        return new Tables(new NoteTable(sql), new BilledTable(sql), words, texts);
    }

    @Bean
    SignalKeeper signalKeeper(Tables tables, IInterceptorService interceptors) {
        SignalKeeper keeper = new SignalKeeper(tables.notes(), tables.billed(), tables.texts());
        interceptors.registerInterceptor(keeper);
        return keeper;
    }

    @Bean
    Plausibilities plausibilities(Tables tables, DaoRegistry daos, Knowledge knowledge, ServerSettings settings) {
        PlausibilityEngine engine = new PlausibilityEngine(knowledge.rules());
        SessionShape shape = new SessionShape(new ServiceKinds(TerminologyFolder.shipped()), settings.timeZone());
        Looking store = new Looking(daos);
        return new Plausibilities(store, new ClinicianRecords(store, tables, shape, engine), shape, engine);
    }

    @Bean
    CopiedNotes copiedNotes(Tables tables, Knowledge knowledge) {
        return new CopiedNotes(tables, new PlausibilityEngine(knowledge.rules()));
    }
}
