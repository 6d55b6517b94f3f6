package io.watchdeck.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Cuts what is asked into calls as large as an API takes.
final class Batches {

    private Batches() {}

    static <T> List<List<T>> of(Collection<T> items, int size) {
        var all = new ArrayList<>(items);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return batches;
    }
}
