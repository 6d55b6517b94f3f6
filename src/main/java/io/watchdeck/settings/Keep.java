package io.watchdeck.settings;

import io.watchdeck.model.LeastKept;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// For how many days a person wants samples kept; nothing where nobody chose.
public record Keep(Map<Part, Integer> chosen) {

    /// Samples of one length of period.
    public enum Part {
        MINUTES("keepMinutes", LeastKept.MINUTES, 366),
        FIVE_MINUTES("keepFiveMinutes", LeastKept.FIVE_MINUTES, 1096),
        /// Ten years at most.
        HOURS("keepHours", LeastKept.HOURS, 3653);

        private final String key;
        private final LeastKept least;
        private final int most;

        Part(String key, LeastKept least, int most) {
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
            return least.days();
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
