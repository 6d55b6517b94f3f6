package io.watchdeck.ui.connect;

import io.watchdeck.model.Phrase;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Something that was found for a stack, and whether it goes into the file.
///
/// @param section of the stack file, such as `queues`
/// @param reasons why it is proposed
record Part(String section, String name, List<Phrase> reasons, BooleanProperty taken) {

    static Part of(String section, String name, List<Phrase> reasons) {
        return new Part(section, name, reasons, new SimpleBooleanProperty(true));
    }
}
