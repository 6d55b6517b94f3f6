package io.watchdeck.desktop;

import java.lang.System.Logger.Level;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Two short tones, the second lower, soft enough for an office.
public final class Chime {

    private static final System.Logger LOG = System.getLogger(Chime.class.getName());
    private static final int RATE = 44_100;
    private static final double FIRST_HERTZ = 880;
    private static final double SECOND_HERTZ = 659.25;
    private static final double SECONDS = 0.22;
    private static final double LOUDNESS = 0.35;

    private Chime() {}

    /// Plays it, or nothing where there is no device. Blocking, half a second.
    public static void play() {
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            byte[] tones = tones();
            line.open(format);
            line.start();
            line.write(tones, 0, tones.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException none) {
            // What Java's sound says where the machine has no output of this kind.
            LOG.log(Level.DEBUG, "No sound", none);
        }
    }

    /// 16 bits a sample, the low byte first.
    static byte[] tones() {
        int each = (int) (RATE * SECONDS);
        byte[] samples = new byte[each * 4];
        for (int tone = 0; tone < 2; tone++) {
            double hertz = tone == 0 ? FIRST_HERTZ : SECOND_HERTZ;
            for (int i = 0; i < each; i++) {
                double fade = Math.min(1, Math.min(i, each - i) / (RATE * 0.02));
                int value = (int) (Short.MAX_VALUE * LOUDNESS * fade * Math.sin(2 * Math.PI * hertz * i / RATE));
                int at = (tone * each + i) * 2;
                samples[at] = (byte) value;
                samples[at + 1] = (byte) (value >> 8);
            }
        }
        return samples;
    }
}
