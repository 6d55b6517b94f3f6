package io.watchdeck.architecture.planted.nostaticstate.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

@Wrong
public final class Cache {
    static final ConcurrentMap<String, String> PRICES = new ConcurrentHashMap<>();
}
