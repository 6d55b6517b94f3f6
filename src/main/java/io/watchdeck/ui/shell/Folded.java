package io.watchdeck.ui.shell;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A text as it is compared with what is typed: in small letters, and Hangul as the keys that are struck for it, so that a
/// syllable that is not finished yet already begins the word that it becomes (`뱊` begins `배포`), and consonants alone
/// find the syllables that they begin.
final class Folded {

    /// How well a typed word fits, from best to worst; a smaller number is better.
    static final int WHOLE = 0;
    static final int BEGINS = 1;
    static final int BEGINS_A_WORD = 2;
    static final int WITHIN = 4;
    /// The beginnings of words or syllables, as in `tbs` for `tiketi-booking-service`.
    static final int INITIALS = 5;
    /// Two neighbouring letters were struck in the wrong order.
    static final int SLIP = 6;
    /// Its letters in their order, near each other.
    static final int SCATTERED = 8;
    static final int NOT = 1000;

    private static final int SCATTERED_FROM = 4;
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int ENDS = 28;
    private static final List<String> LEADING = split("ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ");
    private static final List<String> MIDDLE =
            split("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ");
    private static final List<String> TRAILING =
            split("- ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ");
    /// The compatibility jamo from U+3131 to U+3163, in their order.
    private static final List<String> ALONE =
            split("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄸ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅃ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ "
                    + "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ");
    private static final int FIRST_ALONE = 0x3131;
    private static final int LAST_ALONE = 0x3163;

    private final String text;
    private final String keys;
    private final List<Integer> origins;
    private final BitSet words = new BitSet();
    private final BitSet syllables = new BitSet();

    private Folded(String written) {
        text = Normalizer.normalize(written, Normalizer.Form.NFC);
        var struck = new StringBuilder();
        var from = new ArrayList<Integer>();
        for (int at = 0; at < text.length(); at++) {
            if (beginsWord(at)) {
                words.set(struck.length());
            }
            char letter = text.charAt(at);
            if (letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE) {
                syllables.set(struck.length());
            }
            String those = keys(letter);
            for (int key = 0; key < those.length(); key++) {
                from.add(at);
            }
            struck.append(those);
        }
        keys = struck.toString();
        origins = List.copyOf(from);
    }

    static Folded of(String text) {
        return new Folded(text);
    }

    private static List<String> split(String keys) {
        return List.of(keys.split(" "));
    }

    private boolean beginsWord(int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        return Character.isLetterOrDigit(here) && (!Character.isLetterOrDigit(before)
                || Character.isLowerCase(before) && Character.isUpperCase(here));
    }

    private static String keys(char letter) {
        if (letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE) {
            int number = letter - FIRST_SYLLABLE;
            int end = number % ENDS;
            return LEADING.get(number / (VOWELS * ENDS)) + MIDDLE.get(number / ENDS % VOWELS)
                    + (end == 0 ? "" : TRAILING.get(end));
        }
        if (letter >= FIRST_ALONE && letter <= LAST_ALONE) {
            return ALONE.get(letter - FIRST_ALONE);
        }
        String small = String.valueOf(letter).toLowerCase(Locale.ROOT);
        return small.length() == 1 ? small : String.valueOf(letter);
    }

    /// In Unicode's composed form.
    String text() {
        return text;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /// How well a typed word fits this text: one of the numbers above.
    int fit(Folded word) {
        return fit(word.keys, new BitSet());
    }

    /// The letters of [#text] that a typed word stands for; none where it does not fit.
    BitSet marks(Folded word) {
        var struck = new BitSet();
        fit(word.keys, struck);
        var marked = new BitSet();
        struck.stream().forEach(key -> marked.set(origins.get(key)));
        return marked;
    }

    private int fit(String typed, BitSet found) {
        if (keys.startsWith(typed)) {
            found.set(0, typed.length());
            return keys.length() == typed.length() ? WHOLE : BEGINS;
        }
        int within = -1;
        for (int at = keys.indexOf(typed); at >= 0; at = keys.indexOf(typed, at + 1)) {
            if (words.get(at)) {
                found.set(at, at + typed.length());
                return BEGINS_A_WORD;
            }
            if (within < 0 && (syllables.get(at) || !isHangul(typed.charAt(0)))) {
                within = at;
            }
        }
        if (within >= 0) {
            found.set(within, within + typed.length());
            return WITHIN;
        }
        return initials(typed, found) ? INITIALS : scattered(typed, found) ? SCATTERED : NOT;
    }

    /// Whether a typed word begins one of this text's words once two neighbouring letters of it are exchanged.
    boolean fitsSlipped(Folded word) {
        String typed = word.keys;
        if (typed.length() < SCATTERED_FROM) {
            return false;
        }
        return IntStream.range(0, typed.length() - 1).mapToObj(at -> typed.substring(0, at) + typed.charAt(at + 1)
                + typed.charAt(at) + typed.substring(at + 2))
                .anyMatch(meant -> words.stream().anyMatch(from -> keys.startsWith(meant, from)));
    }

    private static boolean isHangul(char key) {
        return key >= FIRST_ALONE && key <= LAST_ALONE;
    }

    private boolean starts(int at) {
        return words.get(at) || syllables.get(at);
    }

    /// Each letter begins a word or a syllable, or follows the one before.
    private boolean initials(String typed, BitSet found) {
        for (int from = 0; from < keys.length(); from++) {
            if (starts(from) && keys.charAt(from) == typed.charAt(0) && initials(typed, from, found)) {
                return true;
            }
        }
        return false;
    }

    private boolean initials(String typed, int from, BitSet found) {
        found.clear();
        found.set(from);
        int last = from;
        for (int letter = 1; letter < typed.length(); letter++) {
            int next = last + 1;
            while (next < keys.length()
                    && (keys.charAt(next) != typed.charAt(letter) || next > last + 1 && !starts(next))) {
                next++;
            }
            if (next >= keys.length()) {
                found.clear();
                return false;
            }
            found.set(next);
            last = next;
        }
        return true;
    }

    /// From the beginning of a word on, within twice as many letters as are typed: a letter or two were left out.
    private boolean scattered(String typed, BitSet found) {
        if (typed.length() < SCATTERED_FROM || isHangul(typed.charAt(0))) {
            return false;
        }
        for (int from = words.nextSetBit(0); from >= 0; from = words.nextSetBit(from + 1)) {
            int end = Math.min(keys.length(), from + 2 * typed.length());
            int letter = 0;
            found.clear();
            for (int at = from; at < end && letter < typed.length(); at++) {
                if (keys.charAt(at) == typed.charAt(letter)) {
                    found.set(at);
                    letter++;
                } else if (at == from) {
                    break;
                }
            }
            if (letter == typed.length()) {
                return true;
            }
        }
        found.clear();
        return false;
    }
}
