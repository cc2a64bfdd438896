package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Fact;

final class DetailReaderTest {
    private final ObjectNode bundle = Sessions.lone("psychotherapy-office");

    @Test
    void readsADetailThatIsText() {
        SessionDocumentation session = withDescription(" art studio ");
        Fact<?> description = Objects.requireNonNull(
                session.services().get(0).content().details().get("description"));
        assertEquals("art studio", description.value());
        assertEquals(List.of(), Sessions.findings(session));
    }

    @Test
    void takesABlankTextForNone() {
        assertEquals(List.of("service-detail-unknown"), Sessions.findings(withDescription(" ")));
    }

    private SessionDocumentation withDescription(String text) {
        ObjectNode detail =
                Sessions.first(bundle, "Encounter").withArray("extension").addObject();
        detail.put("url", Systems.EXTENSION + "service-detail");
        detail.putArray("extension").addObject().put("url", "name").put("valueCode", "description");
        detail.withArray("extension").addObject().put("url", "value").put("valueString", text);
        return Sessions.read(bundle);
    }
}
