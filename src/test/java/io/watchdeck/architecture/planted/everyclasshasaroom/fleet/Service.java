package io.watchdeck.architecture.planted.everyclasshasaroom.fleet;

import io.watchdeck.architecture.planted.Right;

@Right
public final class Service {}
