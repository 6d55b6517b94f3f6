package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.instance.Request;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.Opening;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The meter of a command that does not have the history open. What it counts is handed over when it is closed, in one
/// piece so that reading does not wait for it: to the running console, else into the history itself where that can be
/// opened. Where neither takes it, it is lost without a word. Calls of which a console that ends in the middle does not
/// say whether it has kept them are counted again: the meter may then tell too much, never too little.
final class HandedMeter implements MeterStore, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HandedMeter.class.getName());
    /// A question has room for more.
    private static final int AT_A_TIME = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Running running;
    private final Clock clock;
    /// What was taken back is taken off here, so that what is counted twice is never too little.
    private final Map<MeteredCalls.Slot, MeteredCalls> counted = new LinkedHashMap<>();

    HandedMeter(Running running, Clock clock) {
        this.running = running;
        this.clock = clock;
    }

    @Override
    public synchronized void add(Collection<MeteredCalls> calls) {
        calls.forEach(one -> one.addTo(counted));
    }

    /// Of whoever has the history; nothing where nobody tells.
    @Override
    public List<MeteredCalls> read(LocalDate first, LocalDate last) {
        var text = new StringBuilder();
        Request request = Question.METER.named(running.words(),
                Map.of(Reception.FIRST, first.toString(), Reception.LAST, last.toString()), List.of());
        if (running.ask(request, text::append) instanceof Reply.Ended(int code, var _) && code == ExitCode.OK) {
            try {
                return text.toString().lines().map(MeterLine::parse).toList();
            } catch (IllegalArgumentException | DateTimeParseException otherVersion) {
                LOG.log(Level.DEBUG, "reading the meter", otherVersion);
                return List.of();
            }
        }
        Path data = Wiring.data(running.options());
        return Database.isThere(data) ? itself(data, Duration.ZERO, store -> store.read(first, last)).orElse(List.of())
                : List.of();
    }

    /// Hands over.
    @Override
    public synchronized void close() {
        var waiting = new ArrayList<>(counted.values());
        counted.clear();
        while (!waiting.isEmpty()) {
            List<MeteredCalls> some = waiting.subList(0, Math.min(AT_A_TIME, waiting.size()));
            if (!taken(some)) {
                itself(Wiring.data(running.options()), PATIENCE, store -> {
                    store.add(waiting);
                    return true;
                });
                return;
            }
            some.clear();
        }
    }

    private boolean taken(List<MeteredCalls> calls) {
        Request request = Question.METER.named(running.words(), Map.of(), calls.stream().map(MeterLine::of).toList());
        Reply reply = running.askPatiently(request, _ -> {});
        return reply instanceof Reply.Ended(int code, var _) && code == ExitCode.OK;
    }

    private <T> Optional<T> itself(Path data, Duration patience, Function<MeterStore, T> work) {
        Opening opening = Patience.open(data, clock, patience, _ -> {});
        return switch (opening) {
            case Opening.Opened(Database database, var _) -> {
                try (database) {
                    yield Optional.of(work.apply(new H2MeterStore(database)));
                } catch (IllegalStateException failed) {
                    LOG.log(Level.DEBUG, "the meter in the history", failed);
                    yield Optional.empty();
                }
            }
            case Opening.InMemory(Database database, var _) -> {
                database.close();
                yield Optional.empty();
            }
            case Opening.Newer _ -> Optional.empty();
            case Opening.InUse _ -> Optional.empty();
        };
    }
}
