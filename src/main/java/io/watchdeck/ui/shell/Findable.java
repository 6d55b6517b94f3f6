package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Something that the palette finds by its name.
///
/// @param id       the same for the same thing in every snapshot and language
/// @param where    the stack that it is in, by all its names; the same object for all that is in one stack
/// @param severity of the trouble that it is in; fine where it is in none
/// @param ikon     what it looks like where it is in no trouble
/// @param shortcut the keys that lead there; empty where there are none
/// @param deed     what is done when it is chosen; empty where only something can be done with it
/// @param offers   what can be done with it
record Findable(String id, Sort sort, Folded name, Folded where, Optional<Home> home, Severity severity, Ikon ikon,
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
        STACK(MaterialDesignL.LAYERS_OUTLINE), SERVICE(MaterialDesignC.CUBE_OUTLINE),
        LOAD_BALANCER(MaterialDesignS.SCALE_BALANCE), DATABASE(MaterialDesignD.DATABASE_OUTLINE),
        CACHE(MaterialDesignC.CACHED), QUEUE(MaterialDesignT.TRAY_FULL),
        DEAD_LETTERS(MaterialDesignE.EMAIL_ALERT_OUTLINE),
        BATCH_QUEUE(MaterialDesignC.COGS), PIPE(MaterialDesignP.PIPE), PIPELINE(MaterialDesignP.PIPE_VALVE),
        TASK(MaterialDesignC.CUBE_OUTLINE), SCREEN(MaterialDesignL.LAYERS_OUTLINE),
        COMMAND(MaterialDesignC.CONSOLE_LINE);

        private final Ikon ikon;

        Sort(Ikon ikon) {
            this.ikon = ikon;
        }

        Ikon ikon() {
            return ikon;
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
