/// What screens are built of: fonts, icons, badges, small charts, tables' habits, texts of figures.
///
/// Read first: [Painting] (how a canvas gets its colours from the style sheets), [Age] and [Absence] (how a figure says
/// how fresh it is, or why there is none). Imports neither the shell nor any screen.
@NullMarked
package io.watchdeck.ui.kit;

import org.jspecify.annotations.NullMarked;
