package io.watchdeck.ui.kit;

import java.net.URI;
import java.util.Optional;

/// How to reach a thing outside the console.
///
/// @param arn empty where it holds an id that only AWS knows, or the account is not known
/// @param uri its page in the AWS console
public record AwsReference(String name, Optional<String> arn, URI uri) {}
