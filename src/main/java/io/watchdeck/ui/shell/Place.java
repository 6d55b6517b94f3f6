package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import java.util.Optional;

/// Where the person is, or wants to go.
///
/// @param stack     the stack that the screen is about; on [Screen#STACKS] empty means the one looked at last, else the worst
/// @param component the component to select there, by its name
public record Place(Screen screen, Optional<StackId> stack, Optional<String> component) {

    public static Place of(Screen screen) {
        return new Place(screen, Optional.empty(), Optional.empty());
    }

    public static Place of(StackId stack) {
        return new Place(Screen.STACKS, Optional.of(stack), Optional.empty());
    }

    public static Place of(StackId stack, String component) {
        return new Place(Screen.STACKS, Optional.of(stack), Optional.of(component));
    }
}
