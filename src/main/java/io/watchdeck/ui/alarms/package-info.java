/// Alarms: what is open, who has it, until when; persons' words on one or many, and the history of each. Begin with
/// [io.watchdeck.ui.alarms.AlarmsViewModel].
@NullMarked
package io.watchdeck.ui.alarms;

import org.jspecify.annotations.NullMarked;
