package org.plainclaim.scenario;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads YAML with what an alias stands for in its place; Jackson itself reads an alias as a text. */
final class YamlTree {
    private final ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final YAMLParser parser;

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    static JsonNode of(String text) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            parser.nextToken();
            return new YamlTree(parser).node();
        }
    }

    private JsonNode node() throws IOException {
        if (parser.isCurrentAlias()) {
            JsonNode meant = anchors.get(parser.getText());
            if (meant == null) {
                throw new IOException("no anchor &" + parser.getText());
            }
            return meant;
        }
        String anchor = parser.getObjectId();
        JsonNode node =
                switch (parser.currentToken()) {
                    case START_OBJECT -> object();
                    case START_ARRAY -> array();
                    default -> mapper.readTree(parser);
                };
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private ObjectNode object() throws IOException {
        ObjectNode node = mapper.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            node.set(field, node());
        }
        return node;
    }

    private ArrayNode array() throws IOException {
        ArrayNode node = mapper.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(node());
        }
        return node;
    }
}
