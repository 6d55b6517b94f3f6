package io.watchdeck.architecture.planted.nothreads.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.util.stream.IntStream;

@Wrong
public final class ParallelStream {
    long go() {
        return IntStream.range(0, 3).parallel().count();
    }
}
