package org.plainclaim.server.training;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Source;
import org.plainclaim.training.CaseText;
import org.plainclaim.training.Gap;
import org.plainclaim.training.Mark;
import org.plainclaim.training.SheetLine;
import org.plainclaim.training.TrainingCase;

/** Writes what training says as parts of Parameters; an empty text is left out. */
final class Parts {
    private final ParametersParameterComponent into;

    private Parts(ParametersParameterComponent into) {
        this.into = into;
    }

    /** A parameter that has parts. */
    static Parts in(Parameters answer, String name) {
        return new Parts(answer.addParameter().setName(name));
    }

    Parts in(String name) {
        return new Parts(into.addPart().setName(name));
    }

    Parts code(String name, String code) {
        return put(name, code.isEmpty() ? null : new CodeType(code));
    }

    Parts text(String name, String text) {
        return put(name, text.isEmpty() ? null : new StringType(text));
    }

    Parts number(String name, int number) {
        return put(name, new IntegerType(number));
    }

    Parts yes(String name, boolean value) {
        return put(name, new BooleanType(value));
    }

    Parts day(String name, java.time.@Nullable LocalDate day) {
        return put(name, day == null ? null : new DateType(day.toString()));
    }

    private Parts put(String name, @Nullable Type value) {
        if (value != null) {
            into.addPart().setName(name).setValue(value);
        }
        return this;
    }

    /** What a list of cases says of one. */
    Parts about(CaseText text) {
        return code("id", text.id())
                .text("title", text.about().title())
                .number("level", text.about().level())
                .code("category", text.about().category());
    }

    Parts about(TrainingCase one) {
        return about(one.text())
                .code("payer", one.session().coverage().payer().orElse(""))
                .day("date", one.session().time().dateOfService().value());
    }

    void result(Result result) {
        number("attempts", result.attempts())
                .number("points", result.points())
                .number("best", result.best())
                .number("of", result.of())
                .day("last", result.last());
    }

    void sheet(SheetLine line) {
        code("part", line.part()).text("heading", line.heading()).text("text", line.text());
    }

    void choice(Gap gap) {
        code("code", gap.code()).text("label", gap.label());
    }

    void mark(Mark mark) {
        code("about", mark.about().code())
                .text("subject", mark.subject())
                .code("judgement", mark.judgement().code())
                .text("expected", mark.expected())
                .text("given", mark.given())
                .number("points", mark.points())
                .number("of", mark.of())
                .text("because", mark.because())
                .text("fix", mark.fix());
        mark.sources().forEach(source -> in("rule").source(source));
    }

    private void source(Source source) {
        code("id", source.rule())
                .text("citation", source.citation())
                .day("from", source.effectiveFrom())
                .day("to", source.effectiveTo())
                .day("verified", source.verifiedOn())
                .code("confidence", source.confidence());
    }
}
