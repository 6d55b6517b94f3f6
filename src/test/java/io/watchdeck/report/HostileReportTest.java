package io.watchdeck.report;

import static io.watchdeck.report.ReportFacts.SERVICE;
import static io.watchdeck.report.ReportFacts.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Word;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// Whatever AWS or a person writes, a report is read and does nothing else.
class HostileReportTest {

    private static final List<String> PIECES = List.of("<script>alert(1)</script>", "</style><img src=x onerror=a()>",
            "&lt;&amp;", "\"' onload='x", "]]>", "<!--", "-->", "|", "`", "``` ", "\n", "\r\n# heading\n", "\n- item\n",
            "\n\n---\n", "\u202E", "\u2066", "\u200F", "\u0000", "\u001B[31m", "\uD800", "\uFFFF", "\u2028",
            "[x](javascript:alert(1))", "![i](http://evil.example/p.png)", "https://evil.example", "www.evil.example",
            "@everyone", "<a href=\"http://evil.example\">", "**", "__", "~~", "\\", "\\|", "{0}", "{1,choice}", "''",
            "$1", "좌석 🎫", "مرحبا", "=cmd()", "a".repeat(3000), "url(http://evil.example)", "%s", "&#60;");
    private static final Set<String> ALLOWED = Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void hostileTextIsReadAndDoesNothing(long seed) throws Exception {
        ReportFacts report = hostile(new Random(seed));

        assertIsHarmlessHtml(report.html());
        assertIsHarmlessMarkdown(report.markdown());
    }

    private static ReportFacts hostile(Random random) {
        var report = new ReportFacts();
        report.person = text(random);
        report.alarm("x" + text(random), "lb.5xx", Severity.CRITICAL, 10, 25,
                Optional.of(new Word("p" + text(random), at(12), Optional.empty(), text(random), Severity.CRITICAL)))
                .alarm("y" + text(random), "service.cpu", Severity.WARNING, 20, -1, Optional.empty())
                .told(5, text(random))
                .event(6, Kind.SERVICE, Severity.WARNING, "event.told", SERVICE, text(random))
                .event(7, Kind.TASK_STOP, Severity.WARNING, List.of(text(random)), "event.stop.unknown", SERVICE,
                        text(random))
                .event(8, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, text(random))
                .event(9, Kind.PIPELINE, Severity.NOTICE, List.of(text(random)), "event.pipeline", text(random),
                        text(random), text(random))
                .event(11, Kind.SCALING, Severity.NOTICE, List.of(text(random)), "event.scaled", SERVICE, text(random))
                .event(12, Kind.CLOUD_ALARM, Severity.WARNING, List.of(text(random)), "event.cloudAlarm", text(random),
                        "ALARM")
                .interruption(30, Optional.of(30), text(random))
                .metric("lb.requests", "c" + text(random), 20, 40, List.of(), minute -> minute);
        JournalEntry entry = Entries.begun(Entries.scale(9));
        report.operations.add(new JournalEntry(entry.id(), entry.operation(), entry.place(), "q" + text(random),
                text(random), entry.begun(), 1, entry.before(), 1, List.of(), List.of(), Optional.empty(),
                Optional.empty(), List.of(Phrase.of("operation.value", text(random))))
                .ended(new Verdict(Result.FAILED, Phrase.of("operation.value", text(random)), at(3))));
        report.pins.add(new Pin(at(1), Optional.empty(), text(random), text(random)));
        return report;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void assertIsHarmlessHtml(String html) throws Exception {
        Element root = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(html))).getDocumentElement();
        var elements = new TreeSet<String>();
        var attributes = new TreeSet<String>();
        collect(root, elements, attributes);
        assertThat(elements).isSubsetOf("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p",
                "ul", "li", "br", "div", "table", "thead", "tbody", "tr", "th", "td", "span", "small", "dl", "dt", "dd",
                "figure", "figcaption", "svg", "defs", "pattern", "rect", "line", "path", "circle", "text", "g");
        assertThat(attributes).as("of events and references").noneMatch(name -> name.startsWith("on"))
                .doesNotContain("href", "src", "style", "action", "xlink:href", "formaction", "data");
        assertThat(html.codePoints().filter(point -> point != '\n' && Character.getType(point) == Character.CONTROL))
                .isEmpty();
        assertThat(html).doesNotContain("\u202E", "\u2066", "\u200F");
        assertThat(root.getElementsByTagName("style").item(0).getTextContent()).doesNotContain("http", "@import",
                "evil");
    }

    private static void collect(Element element, Set<String> elements, Set<String> attributes) {
        elements.add(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node one = element.getAttributes().item(i);
            attributes.add(one.getNodeName());
            if (one.getNodeValue().contains("://") && !one.getNodeName().startsWith("aria")) {
                assertThat(ALLOWED).contains(one.getNodeValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, elements, attributes);
            }
        }
    }

    private static void assertIsHarmlessMarkdown(String markdown) {
        int columns = 0;
        var headings = new ArrayList<String>();
        for (String line : markdown.lines().toList()) {
            String plain = line.replaceAll("`[▁-█·]+`", "").replace("<br>", "");
            assertThat(plain).as(line).doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[<>`]").doesNotContain("://", "www.");
            int bars = plain.replaceAll("\\\\.", "").replaceAll("[^|]", "").length();
            if (line.startsWith("|")) {
                columns = columns == 0 ? bars : columns;
                assertThat(bars).as(line).isEqualTo(columns);
            } else {
                columns = 0;
                assertThat(bars).as(line).isZero();
            }
            if (line.startsWith("#")) {
                headings.add(line);
            }
        }
        assertThat(headings.stream().filter(line -> line.startsWith("## "))).containsExactly("## In short",
                "## Open now (14:00)", "## What happened, in order", "## Alarms", "## What was done", "## Spot",
                "## Charts",
                "## What is not known", "## AWS’s own sentences");
        assertThat(headings).hasSize(9 + 3);
    }
}
