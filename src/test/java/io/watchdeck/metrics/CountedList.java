package io.watchdeck.metrics;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// Counts how often something is taken out of it: what a computation costs, however fast the machine is.
public final class CountedList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> all;
    private long taken;

    public CountedList(List<T> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public T get(int index) {
        taken++;
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }

    public long taken() {
        return taken;
    }
}
