package io.watchdeck.architecture.planted.everyclasshasaroom.misc;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Helper {}
