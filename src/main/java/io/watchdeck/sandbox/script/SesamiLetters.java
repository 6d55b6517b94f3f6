package io.watchdeck.sandbox.script;

import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.sandbox.jobs.SimulatedPipe.Refusal;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What Sesami's pipe could make no job from in the last two weeks: 16 messages while the job definition was inactive, 6
/// while Batch was throttling, 3 without a repository and 2 that are no JSON. The first two kinds would pass now.
final class SesamiLetters {

    private static final double DAY = 24 * 60;
    /// Minutes since the oldest dead letter came: 13 days and 2 hours.
    private static final double OLDEST = 13 * DAY + 2 * 60;
    private static final int INACTIVE = 16;
    private static final int THROTTLED = 6;
    /// A line of a terminal and the begin of a compressed file, as somebody's script sent them.
    private static final String RUBBISH =
            "\u001b[31mretry\u001b[0m\u0000\u0007 \u001f\u008b\b\u0000\ufffd\ufffd\u0003+\ufffdM\u202e lru_oper\u0000";
    private static final String NOT_JSON = "analyse https://git.example/pay/ledger again please, job 4711 hangs";

    private final SimulatedStack stack;
    private final List<Letter> letters = new ArrayList<>();

    /// @param minutes since it came into the dead-letter queue
    /// @param change  of a message as the services write it
    private record Letter(double minutes, UnaryOperator<SimulatedMessage> change) {}

    SesamiLetters(SimulatedStack stack) {
        this.stack = stack;
        for (int index = 0; index < INACTIVE; index++) {
            put(OLDEST - index * 2 * DAY / INACTIVE, refused(Refusal.inactive("sesami-worker:41")));
        }
        for (int index = 0; index < THROTTLED; index++) {
            put(6 * DAY + 170 - index * 3, refused(Refusal.throttled()));
        }
        for (double days : List.of(10.1, 6.6, 3.2)) {
            put(days * DAY, message -> message.saying(withoutRepository(message.body())));
        }
        put(8.25 * DAY, message -> message.saying(NOT_JSON));
        put(8.2 * DAY,
                message -> message.saying(RUBBISH).with(Map.of("checksum", new Attribute("Binary", "H4sIAA=="))));
        letters.sort(Comparator.comparingDouble(Letter::minutes).reversed());
    }

    private void put(double minutes, UnaryOperator<SimulatedMessage> change) {
        letters.add(new Letter(minutes, change));
    }

    private static UnaryOperator<SimulatedMessage> refused(Refusal why) {
        return message -> message.with(why.attributes());
    }

    /// A message as an older version of the services wrote it.
    static String withoutRepository(String body) {
        return body.replaceFirst("\"repo_url\":\"[^\"]*\",", "");
    }

    /// Lets them come into a dead-letter queue, the oldest first.
    ///
    /// @param receiving minutes between sending and the dead-letter queue
    void fill(String queue, double receiving) {
        stack.queue(queue).stream().flatMap(dead -> dead.sources().stream()).findFirst()
                .ifPresent(source -> letters.forEach(letter -> {
                    long at = stack.start() - Math.round(letter.minutes() * 60);
                    SimulatedMessage sent = stack.newMessage(at - Math.round(receiving * 60));
                    source.giveUp(letter.change().apply(sent), at);
                }));
    }
}
