package io.watchdeck.store;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricStore;
import io.watchdeck.metrics.Retention;
import io.watchdeck.metrics.RollUp;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Samples in [Block]s. Coarser tiers are computed from the finer ones whenever they are read, as long as those are
/// kept, and written only when they go: so late samples, duplicates and a clock that was put back need no care, and a
/// sample a minute costs one small write.
public final class H2MetricStore implements MetricStore {

    private final Database database;
    private final MetricCatalogue catalogue;

    /// @param catalogue says how a metric is rolled up; one that it does not know is not
    public H2MetricStore(Database database, MetricCatalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public void add(Tier tier, Map<SeriesId, Series> samples) {
        database.write(handle -> {
            Connection connection = handle.getConnection();
            for (var entry : samples.entrySet()) {
                int series = SeriesTable.intern(connection, entry.getKey());
                new BlockTable(connection, series, Block.added(tier)).add(entry.getValue());
            }
            return null;
        });
    }

    @Override
    public Series read(SeriesId id, Tier tier, TimeRange range) {
        return database.read(handle -> {
            OptionalInt series = SeriesTable.find(handle.getConnection(), id);
            return series.isEmpty() ? Series.empty()
                    : tiers(handle.getConnection(), series.getAsInt(), id).within(tier, range);
        });
    }

    @Override
    public Map<SeriesId, Series> read(Collection<SeriesId> ids, Tier tier, TimeRange range) {
        return database.read(handle -> {
            Map<SeriesId, Integer> numbers = SeriesTable.all(handle.getConnection());
            var all = new HashMap<SeriesId, Series>();
            for (SeriesId id : ids) {
                Integer series = numbers.get(id);
                all.put(id, series == null ? Series.empty()
                        : tiers(handle.getConnection(), series, id).within(tier, range));
            }
            return all;
        });
    }

    @Override
    public Set<SeriesId> series() {
        return database.read(handle -> SeriesTable.all(handle.getConnection()).keySet());
    }

    @Override
    public void retire(SeriesId id, Instant now, Retention retention) {
        database.write(handle -> {
            OptionalInt series = SeriesTable.find(handle.getConnection(), id);
            if (series.isPresent()) {
                tiers(handle.getConnection(), series.getAsInt(), id).retire(now, retention);
            }
            return null;
        });
    }

    private Tiers tiers(Connection connection, int series, SeriesId id) {
        return new Tiers(connection, series, catalogue.find(id.metric()).flatMap(RollUp::of));
    }

    /// What the tiers of one series are made of, on one connection.
    private record Tiers(Connection connection, int series, Optional<RollUp> rollUp) {

        Series within(Tier tier, TimeRange range) throws SQLException {
            return range.from().isBefore(range.to()) ? read(tier, range).between(range.from(), range.to())
                    : Series.empty();
        }

        private Series read(Tier tier, TimeRange range) throws SQLException {
            // Whole hours, so that every coarser period has all its parts.
            long from = Tier.HOUR.begin(range.from()).getEpochSecond();
            // Up to the last second that belongs to it.
            long to = range.to().minusNanos(1).getEpochSecond();
            return switch (tier) {
                case MINUTE -> rows(Block.MINUTE, from, to);
                case FIVE_MINUTES -> fiveMinutes(from, to);
                case HOUR -> hours(from, to);
            };
        }

        private Series fiveMinutes(long from, long to) throws SQLException {
            Series added = rows(Block.FIVE_MINUTES, from, to);
            if (rollUp.isEmpty()) {
                return added;
            }
            Series fromMinutes = rollUp.get().fiveMinutes(rows(Block.MINUTE, from, to));
            return rows(Block.FIVE_MINUTES_ROLLED, from, to).with(fromMinutes).with(added);
        }

        private Series hours(long from, long to) throws SQLException {
            Series added = rows(Block.HOUR, from, to);
            if (rollUp.isEmpty()) {
                return added;
            }
            Series minutes = rows(Block.MINUTE, from, to);
            Series fives = rows(Block.FIVE_MINUTES, from, to);
            return rollUp.get().hours(Series.empty(), fives).with(rows(Block.HOUR_ROLLED, from, to))
                    .with(fuller(rollUp.get(), fives))
                    .with(hoursOf(rollUp.get(), minutes, fives)).with(added);
        }

        /// Of all hours in which there are minutes.
        private static Series hoursOf(RollUp how, Series minutes, Series fives) {
            return how.hours(minutes, fives).where(how.hours(minutes, Series.empty()));
        }

        /// The hours that were rolled up from minutes, with what came of them in five minutes: that may have come later, as
        /// for the hour in which a console ended for weeks. Of an average the weights of single minutes are lost.
        /// Only where the five minutes of the roll-up are still known: elsewhere what came later is a part.
        private Series fuller(RollUp how, Series fives) throws SQLException {
            if (fives.isEmpty()) {
                return fives;
            }
            Series rolled = rows(Block.FIVE_MINUTES_ROLLED, fives.second(0), fives.second(fives.size() - 1));
            return how.hours(Series.empty(), rolled.with(fives)).where(how.hours(Series.empty(), rolled))
                    .where(how.hours(Series.empty(), fives));
        }

        void retire(Instant now, Retention retention) throws SQLException {
            int minute = Block.MINUTE.firstWithin(retention.kept(Tier.MINUTE), now);
            int five = Block.FIVE_MINUTES.firstWithin(retention.kept(Tier.FIVE_MINUTES), now);
            int hour = Block.HOUR.firstWithin(retention.kept(Tier.HOUR), now);
            if (rollUp.isPresent()) {
                roll(rollUp.get(), minute, five);
            }
            table(Block.MINUTE).deleteBefore(minute);
            table(Block.FIVE_MINUTES).deleteBefore(five);
            table(Block.FIVE_MINUTES_ROLLED).deleteBefore(five);
            table(Block.HOUR).deleteBefore(hour);
            table(Block.HOUR_ROLLED).deleteBefore(hour);
        }

        private void roll(RollUp how, int minute, int five) throws SQLException {
            Series minutes = table(Block.MINUTE).read(Integer.MIN_VALUE, minute - 1);
            if (!minutes.isEmpty()) {
                Series fives = rows(Block.FIVE_MINUTES, minutes.second(0), minutes.second(minutes.size() - 1));
                keep(Block.FIVE_MINUTES_ROLLED, how.fiveMinutes(minutes));
                keep(Block.HOUR_ROLLED, hoursOf(how, minutes, fives));
            }
            Series fives = table(Block.FIVE_MINUTES).read(Integer.MIN_VALUE, five - 1);
            keep(Block.HOUR_ROLLED, how.hours(Series.empty(), fives));
            table(Block.HOUR_ROLLED).add(fuller(how, fives));
        }

        /// What is there stays: it was made of all that there was, and what comes late is only a part.
        private void keep(Block kind, Series rolled) throws SQLException {
            if (!rolled.isEmpty()) {
                table(kind).add(rolled.with(rows(kind, rolled.second(0), rolled.second(rolled.size() - 1))));
            }
        }

        private Series rows(Block kind, long from, long to) throws SQLException {
            return table(kind).read(kind.number(from), kind.number(to));
        }

        private BlockTable table(Block kind) {
            return new BlockTable(connection, series, kind);
        }
    }
}
