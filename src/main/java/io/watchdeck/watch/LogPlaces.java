package io.watchdeck.watch;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.StackFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a service logs, as far as anybody can tell: its task definition knows; else the stack file names groups of the
/// stack, of which those that are called like the service are its own.
///
/// @param places nearest first; empty where no group is known
/// @param origin how they are known
public record LogPlaces(List<LogPlace> places, Phrase origin) {

    public LogPlaces {
        places = List.copyOf(places);
    }

    /// The one that a person chose, as long as it is there.
    Optional<LogPlace> chosen(Optional<LogPlace> wanted) {
        return wanted.filter(places::contains).or(() -> places.stream().findFirst());
    }

    /// @param definition name of the task definition, such as `api:7`
    static LogPlaces of(StackFile stack, String service, String definition, Reading<List<ContainerLog>> containers) {
        String here = stack.access().region().code();
        Predicate<ContainerLog> isHere = log -> log.group().isPresent()
                && log.region().filter(region -> !region.equals(here)).isEmpty();
        return switch (containers) {
            case Reading.Unknown<List<ContainerLog>>(var failure, var _) -> ofFile(stack, service, failure.sentence());
            case Reading.Known<List<ContainerLog>>(var logs, var _) -> logs.stream().anyMatch(isHere)
                    ? new LogPlaces(logs.stream().filter(isHere).map(LogPlaces::place).distinct().toList(),
                            Phrase.of("logs.origin.definition", definition))
                    : ofFile(stack, service, why(definition, logs));
        };
    }

    private static LogPlace place(ContainerLog log) {
        return new LogPlace(log.group().orElseThrow(), log.streamPrefix().map(prefix -> prefix + "/").orElse(""));
    }

    /// Why a task definition that is known tells nothing.
    private static Phrase why(String definition, List<ContainerLog> logs) {
        Optional<String> elsewhere = logs.stream().flatMap(log -> log.region().stream()).findFirst();
        if (elsewhere.isPresent()) {
            return Phrase.of("logs.why.region", definition, elsewhere.get());
        }
        return logs.stream().map(ContainerLog::driver).filter(driver -> !driver.isEmpty()).findFirst()
                .map(driver -> Phrase.of("logs.why.driver", definition, driver))
                .orElseGet(() -> Phrase.of("logs.why.noDriver", definition));
    }

    private static LogPlaces ofFile(StackFile stack, String service, Phrase why) {
        List<String> all = stack.components().logGroups();
        List<String> named = all.stream().filter(group -> isCalledLike(group, service)).toList();
        String key = all.isEmpty() ? "logs.origin.none" : named.isEmpty() ? "logs.origin.all" : "logs.origin.named";
        return new LogPlaces((named.isEmpty() ? all : named).stream().map(group -> new LogPlace(group, "")).toList(),
                Phrase.of(key, why));
    }

    /// `/ecs/shop-api` belongs to `shop-api` and to `shop-api-service`.
    private static boolean isCalledLike(String group, String service) {
        String last = group.substring(group.lastIndexOf('/') + 1);
        return group.contains(service) || !last.isEmpty() && service.startsWith(last + "-");
    }
}
