package io.watchdeck.architecture.planted.everypackageisnullmarked.cost;

import io.watchdeck.architecture.planted.Right;

@Right
public final class Marked {}
