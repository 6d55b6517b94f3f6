package io.watchdeck.instance;

import java.io.IOException;
import java.io.Writer;

/// Sends a text in pieces, so that neither side ever holds all of it.
final class Pieces extends Writer {

    private static final int PIECE = 1 << 14;

    private final Lines lines;
    private final StringBuilder waiting = new StringBuilder();

    Pieces(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        waiting.append(characters, offset, length);
        while (waiting.length() > PIECE) {
            // Both halves of a character that takes two go together.
            send(Character.isHighSurrogate(waiting.charAt(PIECE - 1)) ? PIECE - 1 : PIECE);
        }
    }

    /// Sends what waits, and be it nothing: whoever asked hears that the answer goes on.
    @Override
    public void flush() throws IOException {
        send(waiting.length());
    }

    private void send(int length) throws IOException {
        lines.write(Wire.part(new Wire.Text(waiting.substring(0, length))));
        waiting.delete(0, length);
    }

    @Override
    public void close() throws IOException {
        if (!waiting.isEmpty()) {
            flush();
        }
    }
}
