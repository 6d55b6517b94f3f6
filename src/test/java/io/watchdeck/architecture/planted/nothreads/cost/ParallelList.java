package io.watchdeck.architecture.planted.nothreads.cost;

import io.watchdeck.architecture.planted.Wrong;
import java.util.List;

@Wrong
public final class ParallelList {
    long go(List<String> lines) {
        return lines.parallelStream().count();
    }
}
