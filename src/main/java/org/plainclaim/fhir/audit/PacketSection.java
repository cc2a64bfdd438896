package org.plainclaim.fhir.audit;

import java.util.List;

/**
 * One part of a packet as people read it.
 *
 * @param title its title
 * @param words one sentence of what it shows, or why it is empty
 * @param columns names of the columns
 * @param rows cells in the order of the columns
 */
public record PacketSection(String title, String words, List<String> columns, List<List<String>> rows) {
    public PacketSection {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** As XHTML; every value is escaped. */
    String html() {
        StringBuilder html =
                new StringBuilder(1_000).append("<p>").append(escape(words)).append("</p>");
        if (!rows.isEmpty()) {
            html.append("<table><thead><tr>");
            columns.forEach(column -> html.append("<th>").append(escape(column)).append("</th>"));
            html.append("</tr></thead><tbody>");
            for (List<String> row : rows) {
                html.append("<tr>");
                row.forEach(cell -> html.append("<td>")
                        .append(escape(cell).replace("\n", "<br/>"))
                        .append("</td>"));
                html.append("</tr>");
            }
            html.append("</tbody></table>");
        }
        return html.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
