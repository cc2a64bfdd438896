package org.plainclaim.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** HTML and XHTML: what a reader sees. Scripts, styles, comments and attributes are none of it. */
final class HtmlText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "object",
            "embed",
            "iframe",
            "svg",
            "math",
            "select",
            "textarea");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final Output out;

    private HtmlText(Output out) {
        this.out = out;
    }

    static Extraction.Text read(ContentType type, byte[] content, Output out) throws IOException {
        Parser parser = Parser.htmlParser().setMaxDepth(out.limits().nesting());
        java.nio.charset.Charset named = type.known();
        Document page = Jsoup.parse(new ByteArrayInputStream(content), named == null ? null : named.name(), "", parser);
        return text(page, out);
    }

    /** The text of a piece of XHTML. */
    static Extraction.Text read(String xhtml, Output out) {
        return PlainNarrative.read(xhtml, out) ? new Extraction.Text(out.text(), List.of(), true) : parsed(xhtml, out);
    }

    /** The same by way of a tree, whatever the form. */
    static Extraction.Text parsed(String xhtml, Output out) {
        return text(
                Jsoup.parse(
                        xhtml, "", Parser.htmlParser().setMaxDepth(out.limits().nesting())),
                out);
    }

    private static Extraction.Text text(Document page, Output out) {
        page.filter(new HtmlText(out));
        return new Extraction.Text(out.text(), List.of(), true);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            out.words(text.getWholeText());
        } else if (node instanceof Element element) {
            if (UNSEEN.contains(element.normalName()) || hidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            breakBefore(element);
        }
        return FilterResult.CONTINUE;
    }

    private void breakBefore(Element element) {
        if (element.normalName().equals("br")) {
            out.add("\n");
        } else if (CELLS.contains(element.normalName())) {
            if (element.elementSiblingIndex() > 0) {
                out.add("\t");
            }
        } else if (element.isBlock()) {
            out.line();
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock() && !CELLS.contains(element.normalName())) {
            out.line();
        }
        return FilterResult.CONTINUE;
    }

    /** Text that no reader sees was not written for one. */
    private static boolean hidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden");
    }
}
