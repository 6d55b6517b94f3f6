package io.watchdeck.yaml;

import java.util.List;

/// The keys that a block of a file knows. The only list of them: whatever is not in it is told as unknown.
public interface Keys {

    /// To begin a sentence with.
    String title();

    List<String> required();

    /// The required ones and the others.
    List<String> keys();

    /// A line to copy for a required key.
    String example(String key);
}
