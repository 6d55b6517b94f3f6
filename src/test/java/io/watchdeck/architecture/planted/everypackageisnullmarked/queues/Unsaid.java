package io.watchdeck.architecture.planted.everypackageisnullmarked.queues;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Unsaid {}
