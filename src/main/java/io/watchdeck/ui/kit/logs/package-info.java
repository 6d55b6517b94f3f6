/// The log of a service, as its stack's page and the timeline show it. Read [io.watchdeck.ui.kit.logs.LogTailViewModel]
/// first. Imports no screen.
@NullMarked
package io.watchdeck.ui.kit.logs;

import org.jspecify.annotations.NullMarked;
