package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the ledger for years. A place is an account and Region. Safe for use by several threads; what a method wrote is
/// kept when it returns.
public interface LedgerStore {

    /// Adds lines. One that is there already learns what is new, and loses nothing that was known before.
    void put(String place, Collection<? extends LedgerEntry> entries);

    /// Takes back interruptions that were none.
    ///
    /// @param tasks their ARNs
    void withdraw(String place, Collection<String> tasks);

    /// The lines of services in a range, the newest first.
    ///
    /// @param after where an earlier page ended; empty for the first
    List<LedgerEntry> read(String place, Set<ServiceKey> services, TimeRange range, Optional<Mark> after, int most);

    /// The interruptions of a service in a range, the oldest first.
    List<Interruption> interruptions(String place, ServiceKey service, TimeRange range);

    /// The same in brief.
    List<Brief> briefs(String place, ServiceKey service, TimeRange range);

    /// How many lines of each kind there are in each quarter of an hour, of those that have any, in order of time.
    List<Count> counts(String place, ServiceKey service, TimeRange range);

    /// Tasks that run or ran on Spot; the newest word on each of them counts.
    void ran(String place, Collection<SpotRun> runs);

    /// Those of a cluster that are not known to have ended.
    List<SpotRun> running(String place, String cluster);

    /// How many of a service ran while somebody watched.
    int ran(String place, ServiceKey service, Watched watched);

    /// Somebody looked. What touches or overlaps becomes one.
    ///
    /// @param looks by what was looked at: the tasks of a cluster, for which the name of the service is empty, or the
    ///              events of a service
    void looked(String place, Map<ServiceKey, TimeRange> looks);

    /// What of a range was watched.
    Watched watched(String place, ServiceKey what, TimeRange range);

    /// When the watching began; empty where nobody ever looked.
    Optional<Instant> since(String place, ServiceKey what);

    /// Forgets what was over before.
    void forget(Instant before);

    /// Where a page ended.
    record Mark(Instant at, String id) {

        public static Mark of(LedgerEntry last) {
            return new Mark(last.at(), last.id());
        }
    }

    /// What rates and waiting times need of an interruption.
    ///
    /// @param ran      whether the task had begun to run
    /// @param replaced whether another one has run in its place
    /// @param waited   see [Interruption#timeToReplacement]
    record Brief(Instant at, boolean ran, boolean replaced, Optional<Duration> waited) {

        /// What an earlier version kept as a part of a second is no wait.
        public Brief {
            waited = waited.map(Interruption::waited);
        }

        public static Brief of(Interruption one) {
            return new Brief(one.at(), one.startedAt().isPresent(), one.replacement().isPresent(),
                    one.timeToReplacement());
        }
    }

    /// @param quarter begin of the quarter of an hour, of which every time zone's hours and days consist
    record Count(Instant quarter, LedgerEntry.Kind kind, int lines) {}
}
