package io.watchdeck.yaml;

import java.util.List;
import java.util.Optional;

/// The words that a key may have, and what they mean.
public record Choice<T>(List<Word<T>> meanings) {

    public record Word<T>(String word, T meaning) {}

    public List<String> words() {
        return meanings.stream().map(Word::word).toList();
    }

    public Optional<T> meaning(String text) {
        return meanings.stream().filter(one -> one.word().equals(text)).map(Word::meaning).findFirst();
    }

    /// How a meaning is written.
    public String word(T meaning) {
        return meanings.stream().filter(one -> one.meaning().equals(meaning)).map(Word::word).findFirst().orElseThrow();
    }
}
