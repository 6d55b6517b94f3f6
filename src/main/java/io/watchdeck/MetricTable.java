package io.watchdeck;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricExport;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Failure;
import io.watchdeck.words.ExactTime;
import io.watchdeck.words.SpreadsheetCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes rows of `export metrics`, each as it comes: comma-separated with a header, or one JSON array with an object a
/// line. What is not known is an empty field or `null`, never 0. What it cannot write, it tells as
/// [UncheckedIOException].
final class MetricTable implements AutoCloseable {

    /// So many digits of a fraction are kept.
    private static final MathContext DIGITS = new MathContext(7);
    private static final List<String> HEADER =
            List.of("stack", "component", "metric", "unit", "time", "period_seconds", "value",
                    "gap");

    enum Format {
        CSV, JSON
    }

    private final Format format;
    private final MetricCatalogue catalogue;
    private final Writer out;
    private final CsvWriter csv;
    private final JsonMapper json = JsonMapper.builder().build();
    private boolean begun;

    MetricTable(Format format, MetricCatalogue catalogue, Writer out) throws IOException {
        this.format = format;
        this.catalogue = catalogue;
        this.out = out;
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        if (format == Format.CSV) {
            csv.writeRecord(HEADER);
        } else {
            out.write("[");
        }
    }

    void write(MetricExport.Row row) {
        try {
            switch (format) {
                case CSV -> csv.writeRecord(Stream.of(row.series().stack().value(), row.series().component(),
                        row.series().metric(), unit(row), ExactTime.of(row.at()),
                        Long.toString(row.period().toSeconds()),
                        row.value().isPresent() ? number(row.value().getAsDouble()).toPlainString() : "", gap(row))
                        .map(SpreadsheetCell::harmless).toArray(String[]::new));
                case JSON -> {
                    out.write(begun ? ",\n" : "\n");
                    out.write(json.writeValueAsString(object(row)));
                }
            }
            begun = true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ObjectNode object(MetricExport.Row row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("stack", row.series().stack().value());
        node.put("component", row.series().component());
        node.put("metric", row.series().metric());
        node.put("unit", unit(row));
        node.put("time", ExactTime.of(row.at()));
        node.put("periodSeconds", row.period().toSeconds());
        node.put("value", row.value().isPresent() ? number(row.value().getAsDouble()) : null);
        node.put("gap", row.gap().isPresent() ? gap(row) : null);
        return node;
    }

    /// Nothing for a metric that this version does not know.
    private String unit(MetricExport.Row row) {
        return catalogue.find(row.series().metric()).map(MetricDefinition::unit).map(Unit::name)
                .map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
    }

    /// Why there is no value; empty where there is one.
    private static String gap(MetricExport.Row row) {
        return row.gap().map(gap -> switch (gap.cause()) {
            case NOT_KNOWN -> "notKnown";
            case NOT_READ -> "notRead";
            case NO_DATA -> "noData";
            case MISSED -> gap.missed().map(Failure.Kind::word).orElse("unexpected");
        }).orElse("");
    }

    private static BigDecimal number(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal kept = value == Math.rint(value) ? exact : exact.round(DIGITS);
        return kept.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(kept.stripTrailingZeros().toPlainString());
    }

    /// Ends the table; what it is written to stays open.
    @Override
    public void close() throws IOException {
        if (format == Format.JSON) {
            out.write(begun ? "\n]\n" : "]\n");
        } else {
            csv.flush();
        }
        out.flush();
    }
}
