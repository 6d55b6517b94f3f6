package io.watchdeck;

import io.watchdeck.desktop.Tray;
import io.watchdeck.model.Severity;
import io.watchdeck.watch.OpenAlarm;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What the icon in the desktop's notification area says: how many alarms nobody has. It is there as long as it is wished
/// for, says from the first moment how things are now, and speaks the language of the window. Safe for any thread; the
/// desktop, which takes its time, is asked on others.
final class TrayState implements AutoCloseable {

    private final Watch watch;
    private final Supplier<Optional<Icon>> desktop;
    private final Executor beside;
    private final Watch.Subscription following;
    private volatile Words words;
    private volatile boolean wished;
    private boolean made;
    private Optional<Icon> icon = Optional.empty();
    private Optional<Shown> said = Optional.empty();

    /// An icon that stands in the notification area until it is closed.
    interface Icon {

        /// @param text the tooltip
        void show(Tray.Look look, String text);

        void close();
    }

    /// @param desktop makes an icon; empty where there is no notification area
    /// @param beside  runs what may take a while, in any order
    TrayState(Watch watch, Words words, Supplier<Optional<Icon>> desktop, Executor beside) {
        this.watch = watch;
        this.words = words;
        this.desktop = desktop;
        this.beside = beside;
        following = watch.subscribe(_ -> change());
    }

    /// @param open brings the window to the front
    static TrayState follow(Watch watch, Words words, Runnable open, Executor beside) {
        return new TrayState(watch, words, () -> Tray.of(open).map(TrayState::icon), beside);
    }

    private static Icon icon(Tray tray) {
        return new Icon() {
            @Override
            public void show(Tray.Look look, String text) {
                tray.show(look, text);
            }

            @Override
            public void close() {
                tray.close();
            }
        };
    }

    /// @param there whether the icon is to stand there from now on
    void wish(boolean there) {
        if (there != wished) {
            wished = there;
            beside.execute(this::settle);
        }
    }

    /// Speaks another language.
    void say(Words other) {
        words = other;
        change();
    }

    private void change() {
        if (wished) {
            beside.execute(this::settle);
        }
    }

    /// Makes of the icon what it is to be now, whatever came in which order. A desktop that has no place for one is not
    /// asked again until it is wished for anew.
    private synchronized void settle() {
        if (wished && !made) {
            made = true;
            icon = desktop.get();
        } else if (!wished) {
            icon.ifPresent(Icon::close);
            icon = Optional.empty();
            said = Optional.empty();
            made = false;
        }
        icon.ifPresent(one -> {
            Shown now = Shown.of(watch.current(), words);
            if (said.filter(now::equals).isEmpty()) {
                said = Optional.of(now);
                one.show(now.look(), now.text());
            }
        });
    }

    /// @param text the tooltip
    record Shown(Tray.Look look, String text) {

        static Shown of(WatchSnapshot now, Words words) {
            List<Severity> open = now.stacks().stream().flatMap(stack -> stack.open().stream())
                    .map(OpenAlarm::severity).toList();
            Tray.Look look = open.contains(Severity.CRITICAL) ? Tray.Look.CRITICAL
                    : open.isEmpty() ? Tray.Look.FINE : Tray.Look.WARNING;
            return new Shown(look, words.say("ui.tray", words.say(now.headline()), open.size()));
        }
    }

    @Override
    public void close() {
        following.close();
        wished = false;
        settle();
    }
}
