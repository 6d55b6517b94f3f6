package io.watchdeck.ui.settings;

import java.util.Optional;

/// What a person is asked for who asks for help.
///
/// @param version of the console
/// @param java    the runtime
/// @param javafx  the toolkit
/// @param system  the operating system, with its version and architecture
/// @param log     the folder of the console's log; empty where none is kept
/// @param bundles makes support bundles
public record About(String version, String java, String javafx, String system, Optional<Located> log,
        BundleDesk bundles) {}
