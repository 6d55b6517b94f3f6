package io.watchdeck.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// For how many days a person wants samples kept; nothing where nobody chose.
public record Keep(Map<Part, Integer> chosen) {

    /// Samples of one length of period.
    public enum Part {
        /// CloudWatch has minutes for 15 days: so long rules are judged after the fact.
        MINUTES("keepMinutes", 15, 366),
        /// CloudWatch has five minutes for 63 days.
        FIVE_MINUTES("keepFiveMinutes", 63, 1096),
        /// Three years, one of which may be a leap year; ten at most.
        HOURS("keepHours", 1096, 3653);

        private final String key;
        private final int least;
        private final int most;

        Part(String key, int least, int most) {
            this.key = key;
            this.least = least;
            this.most = most;
        }

        /// In the settings file.
        public String key() {
            return key;
        }

        /// What holds where nobody chose, and the least that can be chosen, in days.
        public int least() {
            return least;
        }

        /// In days.
        public int most() {
            return most;
        }
    }

    public Keep {
        chosen = Map.copyOf(chosen);
    }

    public static Keep none() {
        return new Keep(Map.of());
    }

    /// How many days hold: longer samples are kept at least as long as the shorter ones that they are made of.
    public int days(Part part) {
        return Arrays.stream(Part.values()).limit(part.ordinal() + 1L)
                .mapToInt(one -> chosen.getOrDefault(one, one.least())).max().orElseThrow();
    }

    /// @param days for which samples of the part are wanted from now on
    public Keep with(Part part, int days) {
        var other = new HashMap<>(chosen);
        other.put(part, days);
        return new Keep(other);
    }
}
