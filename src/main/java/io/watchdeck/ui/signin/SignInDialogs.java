package io.watchdeck.ui.signin;

import io.watchdeck.identity.Door;
import io.watchdeck.ui.shell.SignInContext;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Opens the dialog in which a person signs in, by whichever banner or screen. Closing it gives up. On the FX thread.
public final class SignInDialogs implements Consumer<Door> {

    private final SignInContext context;

    public SignInDialogs(SignInContext context) {
        this.context = context;
    }

    @Override
    public void accept(Door door) {
        context.signing().desk().ifPresent(desk -> {
            var model = new SignInViewModel(desk, door, context.words(), context.desktop()::open);
            var dialog = new SignInDialog(model, context.words(), context.desktop()::copy);
            model.begin();
            Subscription following = Subscription.combine(context.signing().stateProperty().subscribe(model::show),
                    model.doneProperty().subscribe(done -> {
                        if (done) {
                            context.dialogs().finish(dialog.frame(), () -> {});
                        }
                    }));
            context.dialogs().show(dialog.frame(), () -> {
                following.unsubscribe();
                model.leave();
            });
        });
    }
}
