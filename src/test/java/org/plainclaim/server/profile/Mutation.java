package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.profile.Places.Place;

/** The ways in which a resource is spoilt, or only changed. */
enum Mutation {
    REMOVED {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            Place place = Places.choose(resource, random, any -> true);
            return place != null && place.owner().remove(place.name()) != null;
        }
    },
    REPEATED {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return change(
                    resource, random, place -> place.value() instanceof ArrayNode list && !list.isEmpty(), value -> {
                        ArrayNode list = value.deepCopy();
                        int times = random.nextInt(5) == 0 ? 55 : 1;
                        for (int i = 0; i < times; i++) {
                            list.add(list.path(random.nextInt(value.size())).deepCopy());
                        }
                        return list;
                    });
        }
    },
    OTHER_TYPE {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return change(
                    resource,
                    random,
                    any -> true,
                    value -> pick(
                            random,
                            List.of(
                                    new TextNode("text"),
                                    IntNode.valueOf(7),
                                    BooleanNode.TRUE,
                                    NODES.nullNode(),
                                    NODES.objectNode(),
                                    NODES.arrayNode(),
                                    NODES.arrayNode().add(value.deepCopy()),
                                    value.isArray() && !value.isEmpty()
                                            ? value.get(0).deepCopy()
                                            : NODES.arrayNode(),
                                    NODES.objectNode().put("text", "text"))));
        }
    },
    OTHER_CODE {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return text(resource, random, place -> OddValues.CODES.contains(place.name()), OddValues.WORDS);
        }
    },
    OTHER_SYSTEM {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return text(
                    resource,
                    random,
                    place -> place.name().matches("system|url|profile|display|version|unit"),
                    OddValues.SYSTEMS);
        }
    },
    OTHER_REFERENCE {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return text(resource, random, place -> place.name().equals("reference"), OddValues.REFERENCES);
        }
    },
    ODD_TEXT {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return text(resource, random, place -> place.value().isTextual(), OddValues.TEXTS);
        }
    },
    ODD_TIME {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return text(
                    resource, random, place -> place.value().asText().matches("[0-9]{4}-[0-9]{2}.*"), OddValues.TIMES);
        }
    },
    ODD_NUMBER {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            return change(
                    resource,
                    random,
                    place -> place.value().isNumber(),
                    value -> pick(
                            random,
                            List.of(
                                    IntNode.valueOf(0),
                                    IntNode.valueOf(-1),
                                    IntNode.valueOf(1441),
                                    DecimalNode.valueOf(new BigDecimal("1.5")),
                                    DecimalNode.valueOf(new BigDecimal("1.0")),
                                    DecimalNode.valueOf(new BigDecimal("0.12345678901234567890123")),
                                    NODES.numberNode(99_999_999_999L))));
        }
    },
    UNKNOWN_PROPERTY {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            ObjectNode object = object(resource, random);
            object.put(
                    pick(random, List.of("unknown", "value", "valueString", "resourceType", "fhir_comments")), "text");
            return true;
        }
    },
    SECOND_CHOICE {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            Place place = Places.choose(resource, random, any -> any.name()
                    .matches("(value|performed|effective|serviced|location|due|onset)[A-Z].*"));
            if (place == null) {
                return false;
            }
            String stem = place.name().replaceFirst("[A-Z].*", "");
            boolean also = random.nextBoolean();
            place.owner().set(stem + "String", new TextNode("text"));
            place.owner().set(stem + "DateTime", new TextNode("2026-03-03"));
            place.owner().remove(also ? "none" : place.name());
            place.owner().remove(pick(random, List.of("none", stem + "String", stem + "DateTime")));
            return true;
        }
    },
    EXTENSION {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            JsonNode list = object(resource, random).withArray("/extension", JsonNode.OverwriteMode.NONE, false);
            if (!(list instanceof ArrayNode extensions)) {
                return false;
            }
            extensions.add(read(pick(random, Samples.EXTENSIONS)));
            return true;
        }
    },
    MODIFIER_OR_COMPANION {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            if (random.nextBoolean()) {
                object(resource, random)
                        .set("modifierExtension", NODES.arrayNode().add(read(Samples.EXTENSIONS.get(0))));
                return true;
            }
            Place place = Places.choose(resource, random, any -> any.value().isTextual());
            if (place == null) {
                return false;
            }
            place.owner().set("_" + place.name(), read(pick(random, Samples.COMPANIONS)));
            place.owner().remove(pick(random, List.of("none", place.name())));
            return true;
        }
    },
    CONTAINED {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            resource.set("contained", NODES.arrayNode().add(read(pick(random, Samples.CONTAINED))));
            boolean pointed = random.nextInt(4) > 0;
            return !pointed
                    || text(resource, random, place -> place.name().equals("reference"), List.of("#inner", "#other"));
        }
    },
    RESOURCE_PROPERTY {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            resource.setAll((ObjectNode) read(pick(random, Samples.RESOURCE_PROPERTIES)));
            return true;
        }
    },
    ELEMENT_PROPERTY {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            object(resource, random).setAll((ObjectNode) read(pick(random, Samples.ELEMENT_PROPERTIES)));
            return true;
        }
    },
    NARRATIVE {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            List<Place> places = Places.all(resource).stream()
                    .filter(any -> any.name().equals("div"))
                    .toList();
            ObjectNode narrative = places.isEmpty() || random.nextBoolean()
                    ? resource.putObject("text").put("status", "additional")
                    : places.get(random.nextInt(places.size())).owner();
            narrative.put("div", pick(random, Samples.NARRATIVES));
            return true;
        }
    },
    TRANSPLANT {
        @Override
        boolean apply(ObjectNode resource, Random random) {
            List<Place> places = Places.all(resource);
            Place from = places.get(random.nextInt(places.size()));
            Place to = places.get(random.nextInt(places.size()));
            to.set(from.value().deepCopy());
            return true;
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Changes the resource; false if it has nothing that this could change. */
    abstract boolean apply(ObjectNode resource, Random random);

    private interface Change {
        JsonNode of(JsonNode value);
    }

    private static boolean change(ObjectNode root, Random random, Predicate<Place> wanted, Change change) {
        Place place = Places.choose(root, random, wanted);
        if (place != null) {
            place.set(change.of(place.value()));
        }
        return place != null;
    }

    private static boolean text(ObjectNode root, Random random, Predicate<Place> wanted, List<String> values) {
        return change(
                root,
                random,
                place -> place.value().isTextual() && wanted.test(place),
                any -> new TextNode(pick(random, values)));
    }

    private static ObjectNode object(ObjectNode root, Random random) {
        return pick(random, Places.objects(root));
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static JsonNode read(@Nullable String json) {
        return Samples.read(String.valueOf(json));
    }
}
