package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles the part of FHIRPath that rules of R4 and of our profiles are written in. */
final class PathParser {
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("implies", 1),
            Map.entry("or", 2),
            Map.entry("xor", 2),
            Map.entry("and", 3),
            Map.entry("in", 4),
            Map.entry("=", 5),
            Map.entry("!=", 5),
            Map.entry("<", 6),
            Map.entry(">", 6),
            Map.entry("<=", 6),
            Map.entry(">=", 6),
            Map.entry("|", 7),
            Map.entry("is", 8),
            Map.entry("+", 9),
            Map.entry("*", 10),
            Map.entry("div", 10),
            Map.entry("mod", 10));

    private final PathTokens tokens;

    private PathParser(String expression) {
        tokens = new PathTokens(expression);
    }

    /**
     * Compiles.
     *
     * @throws UnsupportedDefinitionException if the expression says more than is known here
     */
    static Expression parse(String expression) {
        PathParser parser = new PathParser(expression);
        Expression path = parser.expression(1);
        if (!parser.tokens.peek().isEmpty()) {
            throw new UnsupportedDefinitionException("FHIRPath: " + parser.tokens.peek() + " in " + expression);
        }
        return path;
    }

    private Expression expression(int least) {
        Expression left = term();
        while (BINDING.getOrDefault(tokens.peek(), 0) >= least) {
            String operator = tokens.take();
            left = operator.equals("is")
                    ? PathFunctions.is(left, tokens.take())
                    : PathOperators.of(operator, left, expression(BINDING.getOrDefault(operator, 0) + 1));
        }
        return left;
    }

    private Expression term() {
        Expression path = start(tokens.take());
        while (tokens.accept(".")) {
            Expression before = path;
            Expression step = invocation(tokens.take());
            path = (scope, focus) -> step.of(scope, before.of(scope, focus));
        }
        return path;
    }

    private Expression start(String word) {
        if (word.equals("(")) {
            Expression inner = expression(1);
            tokens.expect(")");
            return inner;
        }
        if (word.startsWith("'")) {
            return literal(new Item(new TextNode(unquoted(word)), "string", null));
        }
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return literal(number(word));
        }
        return switch (word) {
            case "$this" -> (scope, focus) -> List.of(scope.self());
            case "$total" -> (scope, focus) -> scope.total();
            case "%context" -> (scope, focus) -> List.of(scope.context());
            case "%resource" -> (scope, focus) -> List.of(scope.resource());
            case "%ucum" -> literal(new Item(new TextNode("http://unitsofmeasure.org"), "string", null));
            default -> invocation(word);
        };
    }

    private Expression invocation(String name) {
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            throw new UnsupportedDefinitionException("FHIRPath: '" + name + "'");
        }
        if (!tokens.accept("(")) {
            return Steps.to(name);
        }
        if (name.equals("ofType")) {
            String type = tokens.take();
            tokens.expect(")");
            return PathFunctions.ofType(type);
        }
        List<Expression> arguments = new ArrayList<>();
        while (!tokens.accept(")")) {
            arguments.add(expression(1));
            tokens.accept(",");
        }
        return PathFunctions.of(name, arguments);
    }

    private static Expression literal(Item item) {
        List<Item> items = List.of(item);
        return (scope, focus) -> items;
    }

    private static Item number(String word) {
        return word.contains(".")
                ? new Item(DecimalNode.valueOf(new BigDecimal(word)), "decimal", null)
                : new Item(IntNode.valueOf(Integer.parseInt(word)), "integer", null);
    }

    private static String unquoted(String word) {
        String text = word.substring(1, word.length() - 1);
        if (text.indexOf('\\') >= 0) {
            throw new UnsupportedDefinitionException("FHIRPath: an escape in " + word);
        }
        return text;
    }
}
