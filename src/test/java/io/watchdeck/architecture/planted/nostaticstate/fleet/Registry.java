package io.watchdeck.architecture.planted.nostaticstate.fleet;

import io.watchdeck.architecture.planted.Wrong;
import java.util.ArrayList;

@Wrong
public final class Registry {
    static final ArrayList<String> NAMES = new ArrayList<>();
}
