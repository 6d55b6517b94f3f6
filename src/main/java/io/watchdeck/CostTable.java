package io.watchdeck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.UsageSplit;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.StackFile;
import io.watchdeck.words.ExactTime;
import io.watchdeck.words.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes rows of `export costs`: comma-separated with a header, or one JSON array with an object a line.
abstract sealed class CostTable {

    private static final List<String> HEADER = List.of("first", "last", "stack", "line", "service", "usage", "amount",
            "currency", "estimated", "read");

    /// What a day cost of a service, or of a usage type; of neither where it cost nothing.
    ///
    /// @param lines of the plan that pay for it; empty where the plan has none
    private record Row(BilledDays days, StackFile file, List<String> lines, String service, String usage,
            Optional<Money> money, Optional<Instant> readAt) {

        String last() {
            return days.end().minusDays(1).toString();
        }

        String amount() {
            return money.map(one -> one.amount().toPlainString()).orElse("0");
        }
    }

    static CostTable csv(Writer out) {
        return new Csv(out);
    }

    static CostTable json(Writer out) {
        return new Json(out);
    }

    /// @param readAt empty where nobody noted it
    final void write(StackFile file, BilledDays days, Optional<Instant> readAt) throws IOException {
        Optional<Plan> plan = file.plan();
        if (days.byService().isEmpty()) {
            write(new Row(days, file, List.of(), "", "", Optional.empty(), readAt));
        }
        for (Map.Entry<String, Money> one : new TreeMap<>(days.byService()).entrySet()) {
            List<String> lines = plan.stream().flatMap(known -> known.lines().stream())
                    .filter(line -> line.service().filter(one.getKey()::equals).isPresent()).map(Plan.Line::name)
                    .toList();
            write(new Row(days, file, lines, one.getKey(), "", Optional.of(one.getValue()), readAt));
        }
        for (Map.Entry<String, Money> one : new TreeMap<>(days.byUsage()).entrySet()) {
            List<String> lines = plan.flatMap(known -> UsageSplit.line(known, one.getKey())).map(Plan.Line::name)
                    .stream().toList();
            write(new Row(days, file, lines, "", one.getKey(), Optional.of(one.getValue()), readAt));
        }
    }

    abstract void write(Row row) throws IOException;

    abstract void end() throws IOException;

    private static final class Csv extends CostTable {

        private final CsvWriter csv;

        Csv(Writer out) {
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(HEADER);
        }

        @Override
        void write(Row row) {
            csv.writeRecord(Stream.of(row.days().first().toString(), row.last(), row.file().id().value(),
                    String.join(" | ", row.lines()), row.service(), row.usage(), row.amount(),
                    row.money().map(one -> one.currency().getCurrencyCode()).orElse(""),
                    Boolean.toString(row.days().estimated()), row.readAt().map(ExactTime::of).orElse(""))
                    .map(SpreadsheetCell::harmless).toList());
        }

        @Override
        void end() throws IOException {
            csv.flush();
        }
    }

    private static final class Json extends CostTable {

        private final Writer out;
        private final JsonMapper json = JsonMapper.builder().build();
        private String before = "[\n";

        Json(Writer out) {
            this.out = out;
        }

        @Override
        void write(Row row) throws IOException {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("first", row.days().first().toString()).put("last", row.last())
                    .put("stack", row.file().id().value());
            row.lines().forEach(node.putArray("lines")::add);
            node.put("service", row.service().isEmpty() ? null : row.service())
                    .put("usage", row.usage().isEmpty() ? null : row.usage())
                    .put("amount", row.money().map(Money::amount).orElse(BigDecimal.ZERO))
                    .put("currency", row.money().map(one -> one.currency().getCurrencyCode()).orElse(null))
                    .put("estimated", row.days().estimated())
                    .put("read", row.readAt().map(ExactTime::of).orElse(null));
            out.write(before);
            out.write(json.writeValueAsString(node));
            before = ",\n";
        }

        @Override
        void end() throws IOException {
            out.write(before.equals(",\n") ? "\n]\n" : "[]\n");
        }
    }
}
