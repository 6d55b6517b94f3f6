package io.watchdeck.watch;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.InterruptionRate;
import io.watchdeck.fleet.ledger.LedgerCounts;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerStore.Mark;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.ServiceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the ledger holds. Immutable.
///
/// @param kept     whether a ledger is kept at all
/// @param services of the stacks that were asked for, in the order of their files
/// @param lines    the newest first
/// @param more     whether there are lines after these
public record LedgerAnswer(LedgerQuestion question, Instant asOf, boolean kept, List<ServiceLedger> services,
        List<Line> lines, boolean more) {

    public LedgerAnswer {
        services = List.copyOf(services);
        lines = List.copyOf(lines);
    }

    /// The ledger of one service over the range of the question.
    ///
    /// @param counts      of interruptions and placement failures
    /// @param rate        of interruptions, with the time that was watched and its gaps
    /// @param events      the time in which placement failures could be seen
    /// @param replacement of the interruptions
    /// @param checks      empty while the service is not known
    /// @param saving      of the tasks that run on Spot now
    /// @param backfill    why the log group of the events could not be read; empty where it could, or there is none
    /// @param unread      why settings that the checks need could not be read
    public record ServiceLedger(StackId stack, ServiceSpec spec, LedgerCounts counts, InterruptionRate rate,
            Attendance events, ReplacementTimes replacement, Optional<SpotChecks> checks, SpotSaving saving,
            Optional<Failure> backfill, List<Failure> unread) {

        public ServiceLedger {
            unread = List.copyOf(unread);
        }
    }

    public record Line(StackId stack, LedgerEntry entry) {}

    /// The question for the lines after these; the same again where there are none.
    public LedgerQuestion next() {
        return lines.isEmpty() ? question : new LedgerQuestion(question.stacks(), question.range(),
                Optional.of(Mark.of(lines.getLast().entry())), question.most());
    }
}
