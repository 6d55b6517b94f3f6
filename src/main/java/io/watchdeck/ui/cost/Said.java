package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;

/// What a cell says.
///
/// @param brief   what it says where there is too little room for the text
/// @param absence why it is no figure, for the icon
record Said(String text, String brief, Tone tone, Optional<Absence.Kind> absence) {

    static final Said NOTHING = plain("");

    static Said plain(String text) {
        return of(text, Tone.PLAIN);
    }

    static Said plain(String text, String brief) {
        return new Said(text, brief, Tone.PLAIN, Optional.empty());
    }

    /// What fits in less room.
    Said briefly() {
        return new Said(brief, brief, tone, absence);
    }

    static Said muted(String text) {
        return of(text, Tone.MUTED);
    }

    static Said of(String text, Tone tone) {
        return new Said(text, text, tone, Optional.empty());
    }

    static Said of(Absence absence) {
        return new Said(absence.word(), absence.word(), Tone.MUTED, Optional.of(absence.kind()));
    }
}
