package io.watchdeck.timeline;

import io.watchdeck.words.Words;
import java.util.function.Consumer;

/// What screens ask of what happened. Returns at once; the answer comes on another thread.
public interface Timeline {

    /// @param words in which the text that is looked for is said
    void events(EventQuery query, Words words, Consumer<EventPage> answer);
}
