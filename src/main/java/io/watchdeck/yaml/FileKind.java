package io.watchdeck.yaml;

/// What a person is told of a file that cannot be one of its kind.
///
/// @param whenEmpty    what to do with a file without content
/// @param whenTooLarge a question about what it may be
/// @param whenSeveral  what to do where a second document begins
public record FileKind(String whenEmpty, String whenTooLarge, String whenSeveral) {}
