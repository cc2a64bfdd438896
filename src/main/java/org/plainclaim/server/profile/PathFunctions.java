package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** The functions of FHIRPath that the rules use. */
final class PathFunctions {
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("Quantity", "Duration", "Age", "Count", "Distance"),
            Set.of("integer", "positiveInt", "unsignedInt"),
            Set.of("string", "code", "id", "markdown"),
            Set.of("uri", "url", "canonical", "oid", "uuid"));

    private static final Item NOTHING = new Item(new TextNode(""), "string", null);
    private static final Scope NOWHERE = Scope.of(NOTHING, NOTHING);

    private PathFunctions() {}

    static Expression of(String name, List<Expression> arguments) {
        return arguments.isEmpty() ? plain(name) : with(name, arguments);
    }

    private static Expression plain(String name) {
        return switch (name) {
            case "exists" -> (scope, focus) -> Item.of(!focus.isEmpty());
            case "empty" -> (scope, focus) -> Item.of(focus.isEmpty());
            case "count" -> (scope, focus) -> PathArithmetic.number(focus.size());
            case "toInteger" -> (scope, focus) -> PathArithmetic.toInteger(focus);
            case "hasValue" -> (scope, focus) ->
                    Item.of(focus.size() == 1 && focus.get(0).isSimple());
            case "isDistinct" -> (scope, focus) -> Item.of(distinct(focus));
            case "not" -> (scope, focus) -> {
                Boolean truth = PathOperators.truth(focus);
                return truth == null ? List.of() : Item.of(!truth);
            };
            case "toString" -> (scope, focus) ->
                    focus.isEmpty() ? focus : List.of(new Item(new TextNode(text(focus)), "string", null));
            case "today" -> (scope, focus) -> List.of(
                    new Item(new TextNode(LocalDate.now(ZoneId.systemDefault()).toString()), "date", null));
            default -> throw new UnsupportedDefinitionException("FHIRPath: " + name + "()");
        };
    }

    private static Expression with(String name, List<Expression> arguments) {
        Expression argument = arguments.get(0);
        if (arguments.size() == 2) {
            return pair(name, argument, arguments.get(1));
        }
        return switch (name) {
            case "select" -> PathArithmetic.select(argument);
            case "where" -> (scope, focus) -> where(argument, scope, focus);
            case "exists" -> (scope, focus) ->
                    Item.of(!where(argument, scope, focus).isEmpty());
            case "all" -> (scope, focus) ->
                    Item.of(where(argument, scope, focus).size() == focus.size());
            case "matches" -> matches(argument);
            case "startsWith" -> text(argument, String::startsWith);
            case "contains" -> text(argument, String::contains);
            case "extension" -> extension(argument);
            case "intersect" -> (scope, focus) -> intersect(focus, argument.of(scope, List.of(scope.self())));
            default -> throw new UnsupportedDefinitionException("FHIRPath: " + name + "(...)");
        };
    }

    private static Expression pair(String name, Expression first, Expression second) {
        return switch (name) {
            case "aggregate" -> PathArithmetic.aggregate(first, second);
            case "substring" -> PathArithmetic.substring(first, second);
            default -> throw new UnsupportedDefinitionException("FHIRPath: " + name + "(.., ..)");
        };
    }

    static Expression ofType(String type) {
        return (scope, focus) -> focus.stream().filter(item -> isA(item, type)).toList();
    }

    static Expression is(Expression left, String type) {
        return (scope, focus) -> {
            List<Item> items = left.of(scope, focus);
            return items.isEmpty() ? items : Item.of(items.stream().allMatch(item -> isA(item, type)));
        };
    }

    private static boolean isA(Item item, String type) {
        if (item.type().equals(type)) {
            return true;
        }
        if (FAMILIES.stream().anyMatch(family -> family.contains(type) && family.contains(item.type()))) {
            throw Doubt.uncovered("a rule asks for a type that is near");
        }
        return false;
    }

    private static List<Item> where(Expression criterion, Scope scope, List<Item> focus) {
        List<Item> found = new ArrayList<>(focus.size());
        for (Item item : focus) {
            if (Boolean.TRUE.equals(PathOperators.truth(criterion.of(scope.at(item), List.of(item))))) {
                found.add(item);
            }
        }
        return found;
    }

    private static Expression matches(Expression argument) {
        // every rule of ours is anchored, so that "find" and "match" are the same question
        String regex = constant(argument);
        if (!regex.startsWith("^") || !regex.endsWith("$")) {
            throw new UnsupportedDefinitionException("FHIRPath: matches without ^ and $");
        }
        Pattern pattern = Pattern.compile(regex.substring(1, regex.length() - 1));
        return (scope, focus) ->
                focus.isEmpty() ? focus : Item.of(pattern.matcher(text(focus)).matches());
    }

    private static Expression extension(Expression argument) {
        String url = constant(argument);
        Expression extensions = Steps.to("extension");
        return (scope, focus) -> extensions.of(scope, focus).stream()
                .filter(item -> item.node().path("url").asText().equals(url))
                .toList();
    }

    private static Expression text(Expression argument, BiPredicate<String, String> test) {
        String wanted = constant(argument);
        return (scope, focus) -> focus.isEmpty() ? focus : Item.of(test.test(text(focus), wanted));
    }

    private static String constant(Expression argument) {
        try {
            return text(argument.of(NOWHERE, List.of()));
        } catch (Doubt notConstant) {
            throw new UnsupportedDefinitionException("FHIRPath: an argument that is not a text");
        }
    }

    static String text(List<Item> items) {
        if (items.size() != 1 || !items.get(0).node().isTextual()) {
            throw Doubt.uncovered("a rule needs one text");
        }
        return items.get(0).node().textValue();
    }

    private static boolean distinct(List<Item> items) {
        for (int i = 1; i < items.size(); i++) {
            if (Values.holds(items.subList(0, i), items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Item> intersect(List<Item> left, List<Item> right) {
        return left.stream().filter(item -> Values.holds(right, item)).toList();
    }
}
