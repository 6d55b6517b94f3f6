package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// How a call is made. One that reads: within the allowance, again after AWS asked to slow down, once again after the
/// connection broke or AWS told the time, and never again after anything else. One that changes something: within the
/// allowance, once. Blocks the caller's thread; any number of threads.
final class AwsCalls {

    private final AwsClients clients;
    private final Limiter limiter;
    private final Backoff backoff;
    private final Clock clock;

    AwsCalls(AwsClients clients, Limiter limiter, Backoff backoff, Clock clock) {
        this.clients = clients;
        this.limiter = limiter;
        this.backoff = backoff;
        this.clock = clock;
    }

    AwsClients clients() {
        return clients;
    }

    Clock clock() {
        return clock;
    }

    /// The code of the Region, which is where AWS looked when it found nothing.
    String region() {
        return clients.access().region().code();
    }

    /// A value that takes one or more calls, as the answer of a port.
    <T> Reading<T> read(Supplier<T> value) {
        try {
            T known = value.get();
            return Reading.known(known, clock.instant());
        } catch (CallFailed e) {
            return e.reading(clock);
        }
    }

    /// @param subject what is asked for, such as `cluster tiketi-prod`, should AWS know no such thing
    /// @throws CallFailed with the failure, translated
    <R> R call(AwsApi api, String subject, Supplier<R> request) {
        boolean sentAgain = false;
        boolean toldTheTime = false;
        int refusals = 0;
        while (true) {
            switch (attempt(api, request)) {
                case Tried.Answered<R>(R answer) -> {
                    return answer;
                }
                case Tried.Failed<R>(RuntimeException error) -> {
                    if (AwsFailures.isThrottled(error) && ++refusals < backoff.tries()) {
                        rest(refusals);
                    } else if (AwsFailures.isClock(error) && !toldTheTime) {
                        // The SDK has taken over AWS's time from the answer and signs by it from now on.
                        toldTheTime = true;
                    } else if (AwsFailures.isBrokenConnection(error) && !sentAgain) {
                        sentAgain = true;
                    } else {
                        throw translated(error, api, subject);
                    }
                }
            }
        }
    }

    /// A request that is sent once, whatever becomes of it: for a reading that leaves a trace.
    ///
    /// @throws CallFailed with the failure, translated
    <R> R once(AwsApi api, String subject, Supplier<R> request) {
        return switch (attempt(api, request)) {
            case Tried.Answered<R>(R answer) -> answer;
            case Tried.Failed<R>(RuntimeException error) -> throw translated(error, api, subject);
        };
    }

    /// A request that changes something, sent once whatever becomes of it. `Refused` when it did not begin to leave, or AWS
    /// answered no; `Lost` in every other case but an answer that can be understood.
    ///
    /// @param began the id of what began, by the answer; throws [CallFailed] where one is missing that every answer of AWS
    ///              has
    <R> Sent change(AwsApi api, String subject, Supplier<R> request, Function<R, Optional<String>> began) {
        var departure = new Departure();
        return change(() -> switch (attempt(api, () -> departure.of(request))) {
            case Tried.Answered<R>(R answer) -> taken(answer, began);
            case Tried.Failed<R>(RuntimeException error) -> {
                Failure failure = AwsDetails.withRequest(translated(error, api, subject).failure(), error);
                yield departure.hasBegun() && !AwsFailures.isNo(error) ? new Sent.Lost(failure, clock.instant())
                        : new Sent.Refused(failure, clock.instant());
            }
        });
    }

    private <R> Sent taken(R answer, Function<R, Optional<String>> began) {
        try {
            return new Sent.Taken(began.apply(answer), clock.instant());
        } catch (CallFailed notUnderstood) {
            return new Sent.Lost(notUnderstood.failure(), clock.instant());
        }
    }

    /// What began with a change, for which every answer of AWS has an id.
    ///
    /// @throws CallFailed when this one has none
    static Optional<String> named(AwsApi api, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            throw new CallFailed(Failure.unexpected("the answer does not say what began").withAction(api.iamAction()));
        }
        return Optional.of(id);
    }

    /// A change that takes readings first, to know what to send: where one of them fails nothing was changed.
    Sent change(Supplier<Sent> change) {
        try {
            return change.get();
        } catch (CallFailed failed) {
            return new Sent.Refused(failed.failure(), clock.instant());
        }
    }

    /// What came of one request.
    private sealed interface Tried<R> {

        record Answered<R>(R answer) implements Tried<R> {}

        record Failed<R>(RuntimeException error) implements Tried<R> {}
    }

    private <R> Tried<R> attempt(AwsApi api, Supplier<R> request) {
        try {
            limiter.acquire(key(api), api.rate());
            return new Tried.Answered<>(request.get());
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (SdkException | RoleCredentials.Refused | IllegalStateException | IllegalArgumentException
                | UncheckedIOException | DateTimeException | CompletionException
                | RejectedExecutionException error) {
            // Those that are not SdkExceptions come from reading profiles, tokens and credential processes, and from
            // clients that were closed in the midst of a call.
            if (AwsFailures.isThrottled(error)) {
                limiter.refused(key(api), api.rate());
            }
            return new Tried.Failed<>(error);
        }
    }

    /// Follows every page.
    ///
    /// @param page the page at a token; null asks for the first
    /// @param next the token of the page after it; null or empty at the end
    <P> List<P> pages(Function<@Nullable String, P> page, Function<P, @Nullable String> next) {
        var all = new ArrayList<P>();
        String token = null;
        do {
            P answer = page.apply(token);
            all.add(answer);
            String following = next.apply(answer);
            if (following != null && following.equals(token)) {
                throw new CallFailed(Failure.unexpected("the same page follows itself"));
            }
            token = following;
        } while (token != null && !token.isEmpty());
        return all;
    }

    /// Reads names that take calls of their own, one after another. A failure that would be that of the next name too
    /// ends the reading, except a refusal: rights are given name by name.
    ///
    /// @param api   named where an answer cannot be understood, which [IllegalArgumentException] says
    /// @param value of one name; throws [CallFailed]
    <T> Map<String, Reading<T>> each(AwsApi api, Collection<String> names, Function<String, T> value) {
        var answers = new LinkedHashMap<String, Reading<T>>();
        Optional<CallFailed> all = Optional.empty();
        for (String name : new LinkedHashSet<>(names)) {
            if (all.isPresent()) {
                answers.put(name, all.get().reading(clock));
                continue;
            }
            try {
                answers.put(name, Reading.known(value.apply(name), clock.instant()));
            } catch (CallFailed failed) {
                answers.put(name, failed.reading(clock));
                all = Optional.of(failed).filter(CallFailed::stopsEverything);
            } catch (IllegalArgumentException e) {
                answers.put(name, Reading.unknown(Failure.unexpected(String.valueOf(e.getMessage()))
                        .withAction(api.iamAction()), clock.instant()));
            }
        }
        return answers;
    }

    private Limiter.Key key(AwsApi api) {
        return new Limiter.Key(clients.owner(), clients.access().region(), api.bucket());
    }

    private void rest(int refusals) {
        try {
            backoff.rest(refusals);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private CallFailed translated(RuntimeException error, AwsApi api, String subject) {
        if (AwsFailures.isInterruption(error)) {
            return interrupted();
        }
        Optional<RoleCredentials.Refused> role = AwsFailures.find(error, RoleCredentials.Refused.class);
        AwsApi failed = role.isPresent() ? AwsApi.ASSUME_ROLE : api;
        String what = role.isPresent() ? "role " + clients.access().role().orElse("") : subject;
        var context = new AwsFailures.Context(failed.iamAction(), what, region(),
                clients.access().profile().orElseGet(ProfileFiles::standard), clients.host(failed),
                clock.instant().plus(backoff.longest()), clients.timeouts());
        return new CallFailed(AwsFailures.of(error, context), AwsFailures.isRefusal(error),
                AwsFailures.isBroken(error));
    }

    private static CallFailed interrupted() {
        Thread.currentThread().interrupt();
        return new CallFailed(Failure.unexpected("the call was interrupted"));
    }
}
