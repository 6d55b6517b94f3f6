package io.watchdeck.architecture.planted.nosingletons.watch;

import io.watchdeck.architecture.planted.Right;
import java.text.NumberFormat;

@Right
public final class Caller {
    NumberFormat format() {
        return NumberFormat.getInstance();
    }
}
