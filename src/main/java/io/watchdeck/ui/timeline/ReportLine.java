package io.watchdeck.ui.timeline;

import java.nio.file.Path;
import java.util.Optional;

/// What is told of a report that somebody wanted, or of a moment that was typed and is none.
///
/// @param file that can be opened; empty where there is none
record ReportLine(Kind kind, String text, Optional<Path> file) {

    enum Kind {
        MAKING, SAVED, FAILED, REFUSED
    }
}
