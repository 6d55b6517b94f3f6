package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.world.Profile;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;

/// Chooses profile and script of a stack by its id.
public final class Scripts {

    private Scripts() {}

    /// The figures that a stack's file does not hold.
    public static Profile profile(StackFile file) {
        return KnownProfiles.of(file.id().value());
    }

    /// Puts what is going to happen on the stack's agenda, and its alarms on their board.
    public static void arrange(SimulatedStack stack) {
        var director = new Director(stack);
        new AlarmDesk(stack).scaling();
        switch (stack.file().id().value()) {
            case "glimpse-prod" -> new GlimpseScript(director).arrange();
            case "sesami-prod" -> new SesamiScript(director).arrange();
            case "bowwow-prod" -> new BowWowScript(director).arrange();
            case "codemate-dev" -> new CodeMateScript(director).arrangeDevelopment();
            case "codemate-prod" -> new CodeMateScript(director).arrangeProduction();
            case "tiketi-prod" -> new TiketiScript(director).arrange();
            default -> new EverydayScript(director).arrange();
        }
    }
}
