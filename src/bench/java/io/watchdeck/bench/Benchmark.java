package io.watchdeck.bench;

import java.util.List;

/// Measures some figures and their yardsticks in one run.
interface Benchmark {

    /// Takes up to some minutes.
    ///
    /// @throws Exception when it cannot be measured here; the run fails then, because an unmeasured figure is not reached
    List<Figure> measure() throws Exception;
}
