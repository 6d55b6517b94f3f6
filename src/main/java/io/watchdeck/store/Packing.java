package io.watchdeck.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Numbers and texts as few bytes, small numbers as one. [Unpacking] reads them in the same order.
final class Packing {

    private static final int SEVEN = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// Small where it is near zero on either side.
    void number(long value) {
        long left = value << 1 ^ value >> 63;
        while ((left & ~SEVEN) != 0) {
            out.write((int) (left & SEVEN | MORE));
            left >>>= 7;
        }
        out.write((int) left);
    }

    void text(String text) {
        block(text.getBytes(StandardCharsets.UTF_8));
    }

    /// With its length.
    void block(byte[] bytes) {
        number(bytes.length);
        bytes(bytes);
    }

    void bytes(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    /// A whole number as one, any other with all its bits.
    void real(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 50
                && Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0);
        boolean single = !whole && Double.doubleToRawLongBits((float) value) == Double.doubleToRawLongBits(value);
        if (whole) {
            number(((long) value << 1 ^ (long) value >> 63) << 2);
            return;
        }
        number(single ? 1 : 2);
        long bits = single ? Float.floatToRawIntBits((float) value) : Double.doubleToRawLongBits(value);
        for (int shift = (single ? Integer.SIZE : Long.SIZE) - 8; shift >= 0; shift -= 8) {
            out.write((int) (bits >>> shift));
        }
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
