package io.watchdeck.report;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.util.List;

/// Makes hand-over reports of what is kept.
@FunctionalInterface
public interface Reports {

    /// The file as it is to be written. Blocking: it waits until what is kept can be read.
    ///
    /// @param words of the reader
    /// @throws IllegalStateException when nothing can be read; its message is for a person
    byte[] make(TimeRange range, List<StackId> stacks, ReportFormat format, Words words);
}
