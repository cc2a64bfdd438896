package org.plainclaim.profiles;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the site, read by its tables and its first JSON. */
final class MarkdownPage {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final String text;

    MarkdownPage(Path file) {
        text = Artefacts.text(file);
    }

    /** The rows under a header row that starts with the given cell, as cells by their first one. */
    Map<String, List<String>> table(String firstHeader) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        int start = text.indexOf("\n| " + firstHeader + " |");
        if (start < 0) {
            throw new AssertionError("the page has no table " + firstHeader);
        }
        text.substring(start + 1)
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .forEach(cells -> rows.put(cells.get(0).replace("`", ""), cells.subList(1, cells.size())));
        return rows;
    }

    /** What stands between backquotes in a cell. */
    static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(hit -> hit.group(1)).toList();
    }

    /** The first JSON of the page. */
    String json() {
        return JSON.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult hit) -> hit.group(1))
                .orElseThrow(() -> new AssertionError("the page has no JSON"));
    }
}
