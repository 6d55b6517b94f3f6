package io.watchdeck.architecture.planted.nostaticstate.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.util.concurrent.atomic.AtomicLong;

@Wrong
public final class Sequence {
    static final AtomicLong NEXT = new AtomicLong();
}
