package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Glyph;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Something that the palette finds by its name.
///
/// @param id       the same for the same thing in every snapshot and language
/// @param where    the stack that it is in, by all its names; the same object for all that is in one stack
/// @param severity of the trouble that it is in; fine where it is in none
/// @param glyph    what it looks like where it is in no trouble
/// @param shortcut the keys that lead there; empty where there are none
/// @param deed     what is done when it is chosen; empty where only something can be done with it
/// @param offers   what can be done with it
record Findable(String id, Sort sort, Folded name, Folded where, Optional<Home> home, Severity severity, Glyph glyph,
        String shortcut, Optional<Deed> deed, List<Offer> offers) {

    Findable {
        offers = List.copyOf(offers);
    }

    /// The stack of a component.
    ///
    /// @param name for people
    record Home(StackId stack, String name, Environment environment, String region) {}

    record Offer(Verb verb, Deed deed) {}

    /// In the order in which they are listed where nothing else decides.
    enum Sort {
        STACK(Glyph.LAYERS_OUTLINE), SERVICE(Glyph.CUBE_OUTLINE),
        LOAD_BALANCER(Glyph.SCALE_BALANCE), DATABASE(Glyph.DATABASE_OUTLINE),
        CACHE(Glyph.CACHED), QUEUE(Glyph.TRAY_FULL),
        DEAD_LETTERS(Glyph.EMAIL_ALERT_OUTLINE),
        BATCH_QUEUE(Glyph.COGS), PIPE(Glyph.PIPE), PIPELINE(Glyph.PIPE_VALVE),
        TASK(Glyph.CUBE_OUTLINE), SCREEN(Glyph.LAYERS_OUTLINE),
        COMMAND(Glyph.CONSOLE_LINE);

        private final Glyph glyph;

        Sort(Glyph glyph) {
            this.glyph = glyph;
        }

        Glyph glyph() {
            return glyph;
        }

        /// Of the word for it.
        String key() {
            return "ui.palette.sort." + name().toLowerCase(Locale.ROOT);
        }

        /// Of the other words for it, AWS's among them.
        String aliases() {
            return key() + ".alias";
        }
    }
}
