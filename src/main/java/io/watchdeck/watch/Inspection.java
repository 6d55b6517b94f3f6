package io.watchdeck.watch;

import io.watchdeck.model.StackId;

/// The one service that somebody looks at closely. What only its details tell is read as long as they are open, and of
/// no other service.
///
/// @param service name of a service of the stack
public record Inspection(StackId stack, String service) {}
