@NullMarked
package io.watchdeck.architecture.planted.toolkitonlyinui.alarms;

import org.jspecify.annotations.NullMarked;
