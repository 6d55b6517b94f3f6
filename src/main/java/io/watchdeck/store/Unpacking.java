package io.watchdeck.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what [Packing] wrote.
///
/// Every method throws [IllegalArgumentException] where the bytes end before.
final class Unpacking {

    private static final int SEVEN = 0x7f;
    private static final int MORE = 0x80;

    private final byte[] bytes;
    private int next;

    Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int part;
        do {
            part = one();
            value |= (long) (part & SEVEN) << shift;
            shift += 7;
        } while ((part & MORE) != 0 && shift < Long.SIZE);
        return value >>> 1 ^ -(value & 1);
    }

    String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    byte[] block() {
        return take((int) number());
    }

    byte[] rest() {
        return take(bytes.length - next);
    }

    byte[] take(int length) {
        if (length < 0 || length > bytes.length - next) {
            throw new IllegalArgumentException("no " + length + " bytes after " + next);
        }
        next += length;
        return Arrays.copyOfRange(bytes, next - length, next);
    }

    double real() {
        long kind = number();
        if ((kind & 3) == 0) {
            long folded = kind >> 2;
            return folded >>> 1 ^ -(folded & 1);
        }
        long bits = 0;
        int size = kind == 1 ? Integer.BYTES : Long.BYTES;
        for (int i = 0; i < size; i++) {
            bits = bits << 8 | one();
        }
        return kind == 1 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    }

    private int one() {
        if (next >= bytes.length) {
            throw new IllegalArgumentException("ends after " + next + " bytes");
        }
        return bytes[next++] & 0xff;
    }
}
