package io.watchdeck.fleet;

/// A service as an account and Region know it: its name is unique within its cluster only.
///
/// @param cluster name of the cluster
/// @param service name of the service
public record ServiceKey(String cluster, String service) {}
