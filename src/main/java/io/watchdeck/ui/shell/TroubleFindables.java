package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.FailureDetails;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.shell.Findable.Sort;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the palette finds of failures: their details, to be copied, of each banner and of each stack of which something
/// could not be read.
record TroubleFindables(Words words) {

    List<Findable> of(List<Banner> banners, List<StackSnapshot> stacks) {
        var found = new ArrayList<Findable>();
        for (Banner banner : banners) {
            add(found, "details:" + banner.kind() + "/" + banner.title(), banner.title(), banner.details());
        }
        var details = new FailureDetails(words);
        for (StackSnapshot stack : stacks) {
            add(found, "details:" + stack.file().id(), stack.file().name() + " "
                    + words.say("ui.environment." + stack.file().environment().word()), details.of(stack));
        }
        return found;
    }

    private void add(List<Findable> found, String id, String what, String text) {
        if (!text.isEmpty()) {
            found.add(new Findable(id, Sort.COMMAND, Folded.of(words.say("ui.details.of", what)), Folded.of(""),
                    Optional.empty(), Severity.FINE, Glyph.CONTENT_COPY, "",
                    Optional.of(new Deed.CopyDetails(text)), List.of()));
        }
    }
}
