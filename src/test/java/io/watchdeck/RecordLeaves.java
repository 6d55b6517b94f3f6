package io.watchdeck;

import io.watchdeck.metrics.Series;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every leaf of a record by its path, as text: whatever a screen could read of it.
final class RecordLeaves {

    private final Map<String, String> leaves = new TreeMap<>();

    private RecordLeaves() {}

    static Map<String, String> of(Record record) {
        var all = new RecordLeaves();
        all.walk("", record);
        return all.leaves;
    }

    private void walk(String path, Object value) {
        switch (value) {
            case Series series -> put(path, series.toString());
            case Optional<?> maybe -> maybe.ifPresentOrElse(inner -> walk(path, inner), () -> put(path, "-"));
            case Collection<?> all -> {
                put(path + ".size", Integer.toString(all.size()));
                int index = 0;
                for (Object one : all) {
                    walk(path + "[" + index++ + "]", one);
                }
            }
            case Map<?, ?> map -> {
                put(path + ".size", Integer.toString(map.size()));
                map.forEach((key, one) -> walk(path + "[" + key + "]", one));
            }
            case Record record -> {
                put(path + ".is", record.getClass().getSimpleName());
                for (RecordComponent part : record.getClass().getRecordComponents()) {
                    walk(path.isEmpty() ? part.getName() : path + "." + part.getName(), read(part, record));
                }
            }
            default -> put(path, value.toString());
        }
    }

    private void put(String path, String leaf) {
        leaves.put(path, leaf);
    }

    private static Object read(RecordComponent part, Record record) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
