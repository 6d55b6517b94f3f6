package io.watchdeck.queues.letters;

import java.time.Instant;

/// By which one message among many is known again, without its body.
///
/// @param id   `MessageId`
/// @param hash as [DeadLetter#hash()]
public record LetterMark(String id, String hash, Instant sentAt) {

    public static LetterMark of(DeadLetter letter) {
        return new LetterMark(letter.id(), letter.hash(), letter.sentAt());
    }
}
