package io.watchdeck;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.LivePins;
import io.watchdeck.report.ReportFormat;
import io.watchdeck.report.Reports;
import io.watchdeck.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/// The reports that the window makes: the same as `export report` makes of the same history.
record ScreenReports(Watching watching, KeptHistory history, LivePins pins, Clock clock) implements Reports {

    @Override
    public byte[] make(TimeRange range, List<StackId> stacks, ReportFormat format, Words words) {
        watching.watch().write();
        pins.write();
        var wish = new ReportWish(stacks.stream().map(StackId::value).toList(), range, ReportWish.Format.of(format),
                pins.person(), watching.isSandbox());
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            wish.fulfil(history.whole(), words, ExportTime.now(clock), text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (Refusal refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
        return bytes.toByteArray();
    }
}
