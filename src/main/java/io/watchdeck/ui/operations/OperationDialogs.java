package io.watchdeck.ui.operations;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.ui.shell.OperationContext;
import io.watchdeck.watch.StackSnapshot;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Opens the dialog of whatever operation is wished, by whichever screen. On the FX thread.
public final class OperationDialogs implements Consumer<Operation> {

    private final OperationContext context;

    public OperationDialogs(OperationContext context) {
        this.context = context;
    }

    @Override
    public void accept(Operation wish) {
        Optional<StackSnapshot> stack = context.feed().snapshot().stacks().stream()
                .filter(one -> one.file().id().equals(wish.stack())).findFirst();
        Optional<OperationDesk> desk = context.operating().desk();
        if (stack.isEmpty() || desk.isEmpty()) {
            return;
        }
        var model = new OperationViewModel(desk.get(), stack.get(), wish, context.words(),
                context.feed().now());
        if (model.runsAtOnce()) {
            runAtOnce(model, desk.get(), wish);
        } else {
            open(model, desk.get(), wish);
        }
    }

    /// Reads what it is judged by and sends it, once; where something stands against it the dialog says what.
    private void runAtOnce(OperationViewModel model, OperationDesk desk, Operation wish) {
        var tried = new AtomicBoolean();
        var opened = new AtomicBoolean();
        Runnable dialog = () -> {
            if (!opened.getAndSet(true)) {
                open(model, desk, wish);
            }
        };
        model.blockedProperty().subscribe(why -> why.ifPresent(_ -> dialog.run()));
        model.previewProperty().subscribe(preview -> {
            if (preview.isEmpty() || tried.getAndSet(true)) {
                return;
            }
            model.tick(context.feed().now());
            if (model.lockedProperty().get().isEmpty()) {
                model.run();
            } else {
                dialog.run();
            }
        });
        model.check();
    }

    private void open(OperationViewModel model, OperationDesk desk, Operation wish) {
        var dialog = new OperationDialog(model, context.words(), context.feed().now(), context.desktop()::copy);
        Subscription following = Subscription.combine(context.feed().nowProperty().subscribe(model::tick),
                context.operating().stateProperty().subscribe(_ -> model.tick(context.feed().now())),
                model.begunProperty().subscribe(begun -> begun.ifPresent(running -> context.dialogs()
                        .finish(dialog.frame(), () -> context.operating().sent(running.entry())))));
        context.operating().asks(Optional.of(wish.stack()));
        context.dialogs().show(dialog.frame(), () -> {
            model.leave(why -> context.operating().declined(model.operationProperty().get(), why),
                    context.operating()::sent);
            following.unsubscribe();
            context.operating().asks(Optional.empty());
        });
        if (wish instanceof Operation.RollBack back) {
            desk.backTo(back, dialog::show);
        }
        if (model.previewProperty().get().isEmpty()) {
            model.check();
        }
    }
}
