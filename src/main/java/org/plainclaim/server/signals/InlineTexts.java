package org.plainclaim.server.signals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.text.StringEscapeUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Narrative;

/** The text of a note that is inside the resource: sections of a Composition, plain text or HTML of a document. */
public final class InlineTexts implements Function<IBaseResource, Optional<String>> {
    @Override
    public Optional<String> apply(IBaseResource note) {
        StringBuilder text = new StringBuilder(1024);
        if (note instanceof Composition composition) {
            composition.getSection().forEach(section -> add(section, text));
        } else if (note instanceof DocumentReference document) {
            document.getContent().forEach(content -> add(content, text));
        }
        return text.toString().isBlank() ? Optional.empty() : Optional.of(text.toString());
    }

    private static void add(SectionComponent section, StringBuilder text) {
        Narrative narrative = section.getText();
        if (narrative.hasDiv()) {
            text.append(plain(narrative.getDivAsString())).append('\n');
        }
        section.getSection().forEach(inside -> add(inside, text));
    }

    private static void add(DocumentReferenceContentComponent content, StringBuilder text) {
        String type = content.getAttachment().hasContentType()
                ? content.getAttachment().getContentType().toLowerCase(Locale.ROOT)
                : "";
        if (content.getAttachment().hasData() && type.matches("(text/(plain|html)|application/xhtml\\+xml)\\b.*")) {
            String data = new String(content.getAttachment().getData(), StandardCharsets.UTF_8);
            text.append(type.startsWith("text/plain") ? data : plain(data)).append('\n');
        }
    }

    private static String plain(String html) {
        return StringEscapeUtils.unescapeHtml4(html.replaceAll("<[^>]*>", " "));
    }
}
