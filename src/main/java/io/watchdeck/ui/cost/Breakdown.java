package io.watchdeck.ui.cost;

/// What the bars of the days are made of.
enum Breakdown { STACKS, SERVICES }
