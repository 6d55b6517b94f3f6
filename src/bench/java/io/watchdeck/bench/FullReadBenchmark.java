package io.watchdeck.bench;

import java.util.List;

final class FullReadBenchmark implements Benchmark {
    @Override
    public List<Figure> measure() {
        return List.of();
    }
}
