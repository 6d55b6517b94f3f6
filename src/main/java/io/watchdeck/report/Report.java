package io.watchdeck.report;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.report.Document.Part;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes a document of the facts: what an engineer who comes on duty reads first stands first.
public final class Report {

    private Report() {}

    /// @param words of the reader, with the zone in which times are told
    public static Document of(HandOver facts, MetricCatalogue catalogue, Words words) {
        var tell = new Telling(words, facts.range(), facts.made(), catalogue);
        var head = new HeadPart(facts, tell);
        var parts = new ArrayList<Part>();
        Stream.of(head.parts(), new SummaryPart(facts, tell).parts(), new OpenPart(facts, tell).parts(),
                new OrderPart(facts, tell).parts(), new AlarmPart(facts, tell).parts(),
                new OperationPart(facts, tell).parts(), new SpotPart(facts, tell).parts(),
                new ChartPart(facts, tell).parts(), new UnknownPart(facts, tell).parts(),
                new SentencePart(facts, tell).parts()).flatMap(List::stream).forEach(parts::add);
        return new Document(words.locale().getLanguage(), head.title(), parts);
    }
}
