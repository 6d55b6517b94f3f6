package io.watchdeck.watch;

import io.watchdeck.model.Phrase;
import io.watchdeck.yaml.FileProblem;
import java.util.List;

/// What a snapshot of everything tells beside its stacks.
///
/// @param problems stack files that could not be read
/// @param notices  what is to be told of the console's own files
/// @param sandbox  all of it is simulated
record ConsoleState(MeterReading meter, List<FileProblem> problems, List<Phrase> notices, boolean sandbox) {

    ConsoleState {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /// As it is kept: what each call cost is kept by the meter itself.
    ConsoleState brief() {
        return new ConsoleState(new MeterReading(meter.today(), meter.month(), meter.cap(), meter.saving(),
                meter.calls(), List.of(), meter.free(), meter.elsewhere()), problems, notices, sandbox);
    }
}
