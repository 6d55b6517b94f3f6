package io.watchdeck;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.desktop.Tray;
import io.watchdeck.model.Severity;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;

/// What the icon in the desktop's notification area says: how many alarms nobody has.
final class TrayState implements AutoCloseable {

    private final Optional<Tray> tray;
    private final Words words;
    private final Watch.Subscription following;
    private volatile String said = "";

    private TrayState(Watch watch, Words words, Optional<Tray> tray) {
        this.tray = tray;
        this.words = words;
        following = watch.subscribe(this::show);
    }

    /// @param open brings the window to the front
    static TrayState follow(Watch watch, Words words, Runnable open) {
        return new TrayState(watch, words, Tray.of(open));
    }

    private void show(WatchSnapshot now) {
        Shown shown = Shown.of(now, words);
        if (!shown.text().equals(said)) {
            said = shown.text();
            tray.ifPresent(icon -> icon.show(shown.look(), shown.text()));
        }
    }

    /// @param text the tooltip
    record Shown(Tray.Look look, String text) {

        static Shown of(WatchSnapshot now, Words words) {
            List<Severity> open = now.stacks().stream().flatMap(stack -> stack.occurrences().stream())
                    .filter(one -> one.status() instanceof Status.Open).map(Occurrence::severity)
                    .filter(one -> one.compareTo(Severity.WARNING) >= 0).toList();
            Tray.Look look = open.contains(Severity.CRITICAL) ? Tray.Look.CRITICAL
                    : open.isEmpty() ? Tray.Look.FINE : Tray.Look.WARNING;
            return new Shown(look, words.say("ui.tray", words.say(now.headline()), open.size()));
        }
    }

    @Override
    public void close() {
        following.close();
        tray.ifPresent(Tray::close);
    }
}
