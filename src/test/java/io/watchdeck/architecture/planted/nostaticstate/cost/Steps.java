package io.watchdeck.architecture.planted.nostaticstate.cost;

import io.watchdeck.architecture.planted.Wrong;

@Wrong
public final class Steps {
    static final double[] STEPS = {1, 2, 5};
}
