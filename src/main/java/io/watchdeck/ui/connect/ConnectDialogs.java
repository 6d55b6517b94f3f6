package io.watchdeck.ui.connect;

import io.watchdeck.identity.Door;
import io.watchdeck.ui.shell.ConnectContext;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.util.Subscription;

/// Opens the dialog in which a person connects an account. It goes on where it was left, until its files are written. On
/// the FX thread.
public final class ConnectDialogs implements Runnable {

    private final ConnectContext context;
    private final ConnectDesk desk;
    private Optional<ConnectViewModel> begun = Optional.empty();

    public ConnectDialogs(ConnectContext context, ConnectDesk desk) {
        this.context = context;
        this.desk = desk;
    }

    @Override
    public void run() {
        ConnectViewModel model = begun.filter(one -> !one.isDone()).orElseGet(
                () -> new ConnectViewModel(desk, context.words().get(), this::enter));
        begun = Optional.of(model);
        show(model);
        model.resume();
    }

    private void show(ConnectViewModel model) {
        Words words = context.words().get();
        model.speak(words);
        var dialog = new ConnectDialog(model, words, frame -> context.dialogs().close(frame));
        Subscription following = context.connecting().signing().stateProperty().subscribe(newest -> model.show(newest));
        context.dialogs().show(dialog.frame(), () -> {
            following.unsubscribe();
            model.leave();
        });
    }

    private void enter(Door door) {
        context.connecting().signIn(door, () -> begun.ifPresent(model -> {
            show(model);
            model.comeBack();
        }));
    }
}
