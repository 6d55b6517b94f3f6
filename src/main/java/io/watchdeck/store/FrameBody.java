package io.watchdeck.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stands in the rows of answers: answers as texts or what makes them from the texts before, and samples. Times are
/// nanoseconds since 1970. Frames that follow each other are put together without understanding any text.
record FrameBody(List<Line> lines, List<Samples> samples) {

    private static final int VERSION = 1;

    /// What a question is about.
    ///
    /// @param topic name of the topic
    /// @param about as JSON
    record Name(String topic, String about) {}

    enum Kind {
        /// The text of the last answer that was one.
        SAME,
        /// What makes it from that text.
        PART,
        /// A text that stands for itself.
        WHOLE,
        /// Why there was no answer, as JSON.
        FAILURE
    }

    /// @param at    when it came
    /// @param asOf  when it was true
    /// @param blob  of the last three kinds
    record Line(Name name, long at, long asOf, Kind kind, byte[] blob) {

        String failure() {
            return new String(blob, StandardCharsets.UTF_8);
        }
    }

    /// @param at when they came
    record Samples(Name name, long at, long[] seconds, double[] values) {}

    FrameBody {
        lines = List.copyOf(lines);
        samples = List.copyOf(samples);
    }

    /// One after the other.
    static FrameBody joined(List<FrameBody> parts) {
        var lines = new ArrayList<Line>();
        var samples = new ArrayList<Samples>();
        parts.forEach(part -> {
            lines.addAll(part.lines);
            samples.addAll(part.samples);
        });
        return new FrameBody(lines, samples);
    }

    /// @param begin near which the times are
    byte[] bytes(long begin) {
        Map<Name, Integer> names = new LinkedHashMap<>();
        Map<String, Integer> failures = new LinkedHashMap<>();
        lines.forEach(line -> {
            names.putIfAbsent(line.name, names.size());
            if (line.kind == Kind.FAILURE) {
                failures.putIfAbsent(line.failure(), failures.size());
            }
        });
        samples.forEach(some -> names.putIfAbsent(some.name, names.size()));
        var index = new Packing();
        index.number(names.size());
        names.keySet().forEach(name -> {
            index.text(name.topic);
            index.text(name.about);
        });
        index.number(failures.size());
        failures.keySet().forEach(index::text);
        var blobs = new Packing();
        index.number(lines.size());
        long last = begin;
        for (Line line : lines) {
            index.number(names.get(line.name));
            index.number(line.at - last);
            index.number(line.kind.ordinal());
            index.number(line.at - line.asOf);
            last = line.at;
            if (line.kind == Kind.FAILURE) {
                index.number(failures.get(line.failure()));
            } else if (line.kind != Kind.SAME) {
                index.number(line.blob.length);
                blobs.bytes(line.blob);
            }
        }
        pack(index, names, begin);
        var out = new Packing();
        out.number(VERSION);
        byte[] plain = index.toBytes();
        out.number(plain.length);
        out.block(TextDelta.deflated(plain, new byte[0]));
        out.bytes(blobs.toBytes());
        return out.toBytes();
    }

    private void pack(Packing index, Map<Name, Integer> names, long begin) {
        index.number(samples.size());
        long last = begin;
        for (Samples some : samples) {
            index.number(names.get(some.name));
            index.number(some.at - last);
            last = some.at;
            index.number(some.seconds.length);
            long second = begin / 1_000_000_000;
            for (int i = 0; i < some.seconds.length; i++) {
                index.number(some.seconds[i] - second);
                second = some.seconds[i];
            }
            for (double value : some.values) {
                index.real(value);
            }
        }
    }

    /// @param begin as given to [#bytes]
    /// @throws IllegalArgumentException of what another version wrote, and of what is damaged
    static FrameBody of(byte[] bytes, long begin) {
        var in = new Unpacking(bytes);
        if (in.number() != VERSION) {
            throw new IllegalArgumentException("written by another version");
        }
        int length = (int) in.number();
        var index = new Unpacking(TextDelta.inflated(in.block(), new byte[0], length));
        var names = new ArrayList<Name>();
        for (long left = index.number(); left > 0; left--) {
            names.add(new Name(index.text(), index.text()));
        }
        var failures = new ArrayList<byte[]>();
        for (long left = index.number(); left > 0; left--) {
            failures.add(index.block());
        }
        var lines = new ArrayList<Line>();
        long last = begin;
        for (long left = index.number(); left > 0; left--) {
            Name name = names.get((int) index.number());
            last += index.number();
            Kind kind = Kind.values()[(int) index.number()];
            long asOf = last - index.number();
            byte[] blob = switch (kind) {
                case SAME -> new byte[0];
                case FAILURE -> failures.get((int) index.number());
                case PART, WHOLE -> in.take((int) index.number());
            };
            lines.add(new Line(name, last, asOf, kind, blob));
        }
        return new FrameBody(lines, samples(index, names, begin));
    }

    private static List<Samples> samples(Unpacking index, List<Name> names, long begin) {
        var samples = new ArrayList<Samples>();
        long last = begin;
        for (long left = index.number(); left > 0; left--) {
            Name name = names.get((int) index.number());
            last += index.number();
            var seconds = new long[(int) index.number()];
            var values = new double[seconds.length];
            long second = begin / 1_000_000_000;
            for (int i = 0; i < seconds.length; i++) {
                second += index.number();
                seconds[i] = second;
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = index.real();
            }
            samples.add(new Samples(name, last, seconds, values));
        }
        return samples;
    }
}
