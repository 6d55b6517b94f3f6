package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// A redrive as it is shown.
///
/// @param title   such as `Redrive running`
/// @param by      since when and by whom; may be empty
/// @param rate    in words; empty where nothing runs
/// @param ends    when it is cancelled by itself; empty where nobody watches
/// @param handle  by which it can be cancelled
/// @param verdict what is to be said of it so far, or in the end; may be empty
/// @param about   said where no redrive is known
/// @param age     of its figures; empty where it does not go on
record RedriveFacts(State state, String title, String by, List<Step> steps, Optional<Bar> bar, String rate, String ends,
        Optional<String> handle, String verdictTitle, String verdict, Tone tone, String about,
        Optional<Age> age) {

    enum State {
        /// None is known.
        NONE,
        /// This console began it, in this run or an earlier one.
        RUNNING,
        /// This console asked for it, and whether it began is not known: no answer came, and SQS tells of none since.
        UNSURE,
        /// One that this console began has moved everything, and what comes back is counted: others may begin.
        WATCHING,
        /// Somebody else did.
        FOREIGN, ENDED,
        /// What SQS tells of redrives is not known.
        UNKNOWN;

        /// Whether messages are being moved.
        boolean isRunning() {
            return this == RUNNING || this == FOREIGN;
        }

        /// Whether its figures still change.
        boolean goesOn() {
            return isRunning() || this == WATCHING;
        }
    }

    /// @param when a time, or until when
    record Step(Progress progress, String text, String when) {

        enum Progress {
            DONE, NOW, LATER, FAILED,
            /// It ended before its end.
            PARTLY,
            /// It did not happen.
            NONE,
            /// Whether it happened is not known.
            UNKNOWN
        }
    }

    /// Parts of all the messages, which are told with the bar.
    ///
    /// @param back of those that were moved; empty where nobody counts them
    record Bar(long moved, Optional<Long> back, long total, String movedText, String backText, String acceptedText,
            String backLegend, String leftText, String sentence) {

        double acceptedShare() {
            return total <= 0 ? 0 : Math.max(0, moved - back.orElse(0L)) / (double) total;
        }

        double backShare() {
            return total <= 0 ? 0 : back.orElse(0L) / (double) total;
        }
    }
}
