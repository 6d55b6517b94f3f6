package io.watchdeck.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A text as what makes it from another: how much of begin and end they share, and what lies between, compressed with the
/// other as dictionary. Of a list of a hundred sentences that has one more, some dozen bytes are left.
final class TextDelta {

    /// As far as deflate looks back.
    private static final int WINDOW = 32 * 1024;

    private TextDelta() {}

    /// @param before empty for a text that stands for itself
    static byte[] of(String before, String text) {
        return of(before.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] of(byte[] old, byte[] young) {
        int least = Math.min(old.length, young.length);
        int begin = Arrays.mismatch(old, young);
        begin = begin < 0 ? least : begin;
        int end = 0;
        while (end < least - begin && old[old.length - 1 - end] == young[young.length - 1 - end]) {
            end++;
        }
        var out = new Packing();
        out.number(begin);
        out.number(end);
        out.number(young.length - begin - end);
        out.bytes(deflated(Arrays.copyOfRange(young, begin, young.length - end), dictionary(old, begin)));
        return out.toBytes();
    }

    static String text(String before, byte[] delta) {
        return new String(bytes(before.getBytes(StandardCharsets.UTF_8), delta), StandardCharsets.UTF_8);
    }

    /// The same of texts as they stand in UTF-8.
    static byte[] bytes(byte[] old, byte[] delta) {
        var in = new Unpacking(delta);
        int begin = (int) in.number();
        int end = (int) in.number();
        int length = (int) in.number();
        byte[] middle = inflated(in.rest(), dictionary(old, begin), length);
        if (begin + end > old.length) {
            throw new IllegalArgumentException("made from another text");
        }
        byte[] text = Arrays.copyOf(old, begin + length + end);
        System.arraycopy(middle, 0, text, begin, length);
        System.arraycopy(old, old.length - end, text, begin + length, end);
        return text;
    }

    /// What lies around the place at which they begin to differ.
    private static byte[] dictionary(byte[] old, int begin) {
        int to = Math.min(old.length, begin + WINDOW * 3 / 4);
        return Arrays.copyOfRange(old, Math.max(0, to - WINDOW), to);
    }

    static byte[] deflated(byte[] bytes, byte[] dictionary) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var part = new byte[4096];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] inflated(byte[] bytes, byte[] dictionary, int length) {
        var inflater = new Inflater(true);
        try {
            // Without a header nobody asks for the dictionary.
            if (dictionary.length > 0) {
                inflater.setDictionary(dictionary);
            }
            inflater.setInput(bytes);
            var out = new byte[length];
            int count = 0;
            while (count < length) {
                int more = inflater.inflate(out, count, length - count);
                if (more == 0) {
                    throw new IllegalArgumentException("ends after " + count + " of " + length + " bytes");
                }
                count += more;
            }
            return out;
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException(damaged);
        } finally {
            inflater.end();
        }
    }
}
