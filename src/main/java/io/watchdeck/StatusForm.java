package io.watchdeck;

import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.Locale;

/// How `status` prints a snapshot, be it its own or that of the running console.
final class StatusForm {

    private StatusForm() {}

    /// @param json  in English whatever the person's language is, because programs read it
    /// @param words in which people are told
    static String text(WatchSnapshot snapshot, boolean json, Words words) {
        if (json) {
            return new StatusJson(new Words(Locale.ENGLISH, ZoneId.of("UTC"))).text(snapshot);
        }
        var text = new StringWriter();
        var out = new PrintWriter(text);
        new StatusText(words).print(snapshot, out);
        out.flush();
        return text.toString().stripTrailing();
    }
}
