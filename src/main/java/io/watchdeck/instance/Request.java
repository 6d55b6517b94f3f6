package io.watchdeck.instance;

import java.util.List;
import java.util.Map;

/// What a command asks the running console.
///
/// @param ask   one word, such as `status`
/// @param about terms of the question by their names
/// @param names what it is about, such as stacks; may be empty
public record Request(String ask, Map<String, String> about, List<String> names) {
    public Request {
        about = Map.copyOf(about);
        names = List.copyOf(names);
    }
}
