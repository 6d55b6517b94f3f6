package io.watchdeck.ui.alarms;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// A window that shows thousands of alarms, and what a person does there. Use it on the FX thread.
public final class ManyAlarms {

    private static final double NOTCH = 40;
    private static final int PAGE = 16;

    private final int count;
    private final FakeWatch watch;
    private final Shell shell;
    private final List<WatchSnapshot> snapshots;

    public ManyAlarms(int count) {
        this.count = count;
        snapshots = List.of(AlarmMoments.many(count, 0), AlarmMoments.many(count, 1));
        watch = new FakeWatch(snapshots.getFirst());
        shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                new Words(Locale.ENGLISH, Snapshots.ZONE), Look.of(Theme.DARK), Window.SCREENS);
        var stage = new Stage();
        stage.setScene(shell.scene());
        stage.show();
        shell.show(Screen.ALARMS);
    }

    public Shell shell() {
        return shell;
    }

    /// Types a word of which a tenth matches, and takes it away again.
    public void filter(int turn) {
        ((TextField) find("#alarms-filter")).setText(turn % 2 == 0 ? "service-00" : "");
    }

    /// Chooses one group, and all of them again.
    public void group(int turn) {
        ((ToggleButton) find(turn % 2 == 0 ? "#alarms-only-acknowledged" : "#alarms-only-all")).fire();
    }

    /// Everything is put into order anew for a snapshot in which every stack was read.
    public void refresh(int turn) {
        watch.publish(snapshots.get(turn % snapshots.size()));
    }

    public void scroll(int turn) {
        list().scrollTo(turn * PAGE % (count - PAGE));
    }

    public void wheel() {
        Event.fireEvent(find(".virtual-flow"), new ScrollEvent(ScrollEvent.SCROLL, 100, 300, 100, 300, false, false,
                false, false, true, false, 0, -NOTCH, 0, -NOTCH, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    /// Marks all that are listed, and none again.
    public void markAll() {
        Event.fireEvent(list(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, true, false, false));
    }

    private ListView<?> list() {
        return (ListView<?>) find("#alarms-list");
    }

    private Node find(String selector) {
        return shell.scene().lookup("#alarms").lookup(selector);
    }
}
