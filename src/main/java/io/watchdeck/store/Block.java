package io.watchdeck.store;

import io.watchdeck.metrics.Tier;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/// How samples lie in rows: neighbouring periods of one series in one value. Blocks, like periods, begin at multiples
/// of their length since 1970.
///
/// A value begins with a byte that says the size of what follows: floats, or doubles where a float would change a whole
/// number or cannot hold the value at all. Not-a-number stands for a period without a sample; those behind the last
/// sample are left out. Measured against H2's own `REAL ARRAY`: 4.2 bytes a sample instead of 6, read in half the time.
enum Block {
    /// An hour of minutes.
    MINUTE(0, Tier.MINUTE, 60),
    /// A day of five minutes, as they were added.
    FIVE_MINUTES(1, Tier.FIVE_MINUTES, 288),
    /// A day of five minutes, rolled up.
    FIVE_MINUTES_ROLLED(2, Tier.FIVE_MINUTES, 288),
    /// 30 days of hours, as they were added.
    HOUR(3, Tier.HOUR, 720),
    /// 30 days of hours, rolled up.
    HOUR_ROLLED(4, Tier.HOUR, 720);

    private static final byte FLOATS = 0;
    private static final byte DOUBLES = 1;

    private final int code;
    private final Tier tier;
    private final int cells;

    Block(int code, Tier tier, int cells) {
        this.code = code;
        this.tier = tier;
        this.cells = cells;
    }

    static Block added(Tier tier) {
        return switch (tier) {
            case MINUTE -> MINUTE;
            case FIVE_MINUTES -> FIVE_MINUTES;
            case HOUR -> HOUR;
        };
    }

    /// By which rows name it.
    int code() {
        return code;
    }

    /// How many periods a block has.
    int cells() {
        return cells;
    }

    long periodSeconds() {
        return tier.period().toSeconds();
    }

    /// The block of a second since 1970.
    int number(long second) {
        return Math.toIntExact(Math.floorDiv(second, lengthSeconds()));
    }

    /// The cell of a second since 1970 within its block.
    int cell(long second) {
        return (int) (Math.floorMod(second, lengthSeconds()) / periodSeconds());
    }

    /// The second since 1970 at which a block begins.
    long begin(int number) {
        return number * lengthSeconds();
    }

    /// The first block that has something which is not yet so old at this moment; those before may go.
    int firstWithin(Duration kept, Instant now) {
        return number(now.minus(kept).getEpochSecond());
    }

    private long lengthSeconds() {
        return cells * periodSeconds();
    }

    static byte[] encode(double[] cells) {
        int count = cells.length;
        while (count > 0 && Double.isNaN(cells[count - 1])) {
            count--;
        }
        boolean floats = true;
        for (int i = 0; i < count && floats; i++) {
            floats = isFloat(cells[i]);
        }
        ByteBuffer bytes = ByteBuffer.allocate(1 + count * (floats ? Float.BYTES : Double.BYTES));
        bytes.put(floats ? FLOATS : DOUBLES);
        for (int i = 0; i < count; i++) {
            if (floats) {
                bytes.putFloat((float) cells[i]);
            } else {
                bytes.putDouble(cells[i]);
            }
        }
        return bytes.array();
    }

    /// Writes the cells of a value over those in the array; periods without a sample change nothing.
    ///
    /// @throws IllegalArgumentException when the value is of a form that this version does not know
    static void decode(byte[] value, double[] cells) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        byte form = bytes.get();
        if (form != FLOATS && form != DOUBLES) {
            throw new IllegalArgumentException("form " + form);
        }
        for (int i = 0; bytes.hasRemaining(); i++) {
            double cell = form == FLOATS ? bytes.getFloat() : bytes.getDouble();
            if (!Double.isNaN(cell)) {
                cells[i] = cell;
            }
        }
    }

    /// Whether a float keeps enough of it: all of a whole number, seven digits of a fraction.
    private static boolean isFloat(double value) {
        float close = (float) value;
        return Double.isNaN(value) || close == value
                || value != Math.rint(value) && Float.isFinite(close) && Math.abs(close) >= Float.MIN_NORMAL;
    }
}
