package io.watchdeck.sandbox.clockwork;

import java.util.List;
import java.util.SplittableRandom;

/// Chance that is the same for the same seed and purpose. Each part of the simulation throws its own dice, so that
/// what happens in one part never changes the throws of another. Not safe for several threads.
public final class Dice {

    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SplittableRandom random;

    public Dice(long seed, String purpose) {
        random = new SplittableRandom(mix(seed, purpose));
    }

    /// A seed of its own for a purpose.
    public static long mix(long seed, String purpose) {
        long hash = seed ^ 0xcbf29ce484222325L;
        for (int index = 0; index < purpose.length(); index++) {
            hash = (hash ^ purpose.charAt(index)) * 0x100000001b3L;
        }
        return scramble(hash);
    }

    /// Noise between -1 and 1 as a pure function: the same at the same moment, whoever asks and however often.
    public static double noise(long seed, long moment) {
        return (scramble(seed + moment * 0x9e3779b97f4a7c15L) >>> 11) * 0x1.0p-52 - 1;
    }

    private static long scramble(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Both ends belong to it.
    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /// A waiting time of about this mean, as between independent events, but neither very short nor endless.
    public long waiting(long meanSeconds) {
        double drawn = -Math.log(1 - random.nextDouble());
        return Math.round(Math.clamp(drawn, 0.35, 2.2) * meanSeconds);
    }

    /// How many independent events happen where this many are expected.
    public int arrivals(double expected) {
        int count = 0;
        double left = Math.exp(-expected);
        for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    public <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    public String hex(int length) {
        return text(HEX, length);
    }

    public String letters(int length) {
        return text(LETTERS, length);
    }

    public String digits(int length) {
        return text("0123456789", length);
    }

    /// As AWS writes the ids of messages, jobs and events.
    public String uuid() {
        return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
