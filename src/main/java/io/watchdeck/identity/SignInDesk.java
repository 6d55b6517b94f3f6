package io.watchdeck.identity;

import io.watchdeck.identity.SignInState.Progress;
import io.watchdeck.identity.SignInState.Step;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a person signs in, one door at a time. Every method returns at once; listeners are called on whatever thread
/// brought something new. Keeps no secret: what was typed goes to [SignIn] and is forgotten.
public final class SignInDesk implements AutoCloseable {

    private final ProfileSource profiles;
    private final SignIn signIn;
    private final Executor work;
    private final Runnable signedIn;
    private final List<Consumer<SignInState>> listeners = new CopyOnWriteArrayList<>();
    private SignInState state = SignInState.nothing();
    private @Nullable Trying trying;
    private boolean closed;

    /// @param work     does what blocks, on other threads
    /// @param signedIn told whenever somebody has signed in or out
    public SignInDesk(ProfileSource profiles, SignIn signIn, Executor work, Runnable signedIn) {
        this.profiles = profiles;
        this.signIn = signIn;
        this.work = work;
        this.signedIn = signedIn;
    }

    public synchronized SignInState state() {
        return state;
    }

    /// @return ends the calls of the listener
    public Runnable subscribe(Consumer<SignInState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Reads which profiles there are, and who is signed in.
    public void look() {
        work.execute(this::lookNow);
    }

    /// By a code to confirm in the browser, in place of whatever was tried.
    public void device(Door.Sso door) {
        begin(door, new Step.Asking(), attempt -> signIn.device(door, attempt));
    }

    /// By `aws sso login` for one of the profiles behind the door, in place of whatever was tried: for one that names the
    /// door itself, since the command does not look for it behind a role.
    public void command(Door.Sso door) {
        state().behind(door).stream().filter(one -> one.kind() == Profile.Kind.SSO).map(Profile::name).findFirst()
                .ifPresent(profile -> begin(door, new Step.Elsewhere(), attempt -> signIn.command(profile, attempt)));
    }

    /// @param code 6 digits
    public void code(Door.Mfa door, String code) {
        begin(door, new Step.Asking(), attempt -> signIn.code(door, code, attempt));
    }

    /// Gives up what is tried. Whatever comes of it later counts for nothing, and is not kept.
    public void giveUp() {
        change(() -> {
            stop();
            state = state.with(Optional.empty());
        });
    }

    /// Forgets the credentials of a role; its profile is signed out from then on. Sessions of other roles that were assumed
    /// with them go on until they end, an hour at the most.
    public void forget(Door.Mfa door) {
        work.execute(() -> {
            signIn.forget(door);
            lookNow();
            signedIn.run();
        });
    }

    @Override
    public void close() {
        listeners.clear();
        synchronized (this) {
            closed = true;
            stop();
        }
    }

    private void begin(Door door, Step first, Function<Attempt, Outcome> way) {
        var attempt = new Trying(door);
        boolean begun = change(() -> {
            stop();
            trying = attempt;
            state = state.with(Optional.of(new Progress(door, first)));
        });
        if (begun) {
            work.execute(() -> run(attempt, way));
        }
    }

    /// A mistake of the program leaves nobody waiting.
    private void run(Trying attempt, Function<Attempt, Outcome> way) {
        boolean ended = false;
        try {
            end(attempt, way.apply(attempt));
            ended = true;
        } finally {
            if (!ended) {
                step(attempt, new Step.Refused(Phrase.of("signIn.mistake")));
            }
        }
    }

    private void end(Trying attempt, Outcome outcome) {
        switch (outcome) {
            case Outcome.SignedIn _ when attempt.isGivenUp() -> {}
            case Outcome.SignedIn _ -> {
                lookNow();
                step(attempt, new Step.Done());
                signedIn.run();
            }
            case Outcome.Refused(Phrase why) -> step(attempt, new Step.Refused(why));
            case Outcome.GivenUp() -> {
                if (isTried(attempt)) {
                    giveUp();
                }
            }
        }
    }

    private synchronized boolean isTried(Trying attempt) {
        return trying == attempt;
    }

    /// Of an attempt that nobody wants any more nothing is told.
    private void step(Trying attempt, Step step) {
        if (isTried(attempt)) {
            change(() -> state = state.with(Optional.of(new Progress(attempt.door, step))));
        }
    }

    private void stop() {
        if (trying != null) {
            trying.over.countDown();
        }
        trying = null;
    }

    private void lookNow() {
        Reading<List<Profile>> read = profiles.profiles();
        boolean command = signIn.hasCommand();
        Map<Door, Instant> until = new HashMap<>();
        if (read instanceof Reading.Known<List<Profile>>(List<Profile> all, Instant _)) {
            all.stream().flatMap(Profile::doors).distinct()
                    .forEach(door -> signIn.until(door).ifPresent(at -> until.put(door, at)));
        }
        change(() -> state = switch (read) {
            case Reading.Known<List<Profile>>(List<Profile> all, Instant _) ->
                new SignInState(all, Optional.empty(), until, command, state.progress(), profiles.standard(), true);
            case Reading.Unknown<List<Profile>>(var failure, Instant _) ->
                new SignInState(List.of(), Optional.of(failure.sentence()), until, command, state.progress(),
                        profiles.standard(), true);
        });
    }

    /// @return whether it was made: nothing is after the end
    private boolean change(Runnable what) {
        SignInState now;
        synchronized (this) {
            if (closed) {
                return false;
            }
            what.run();
            now = state;
        }
        listeners.forEach(listener -> listener.accept(now));
        return true;
    }

    private final class Trying implements Attempt {

        private final Door door;
        private final CountDownLatch over = new CountDownLatch(1);

        Trying(Door door) {
            this.door = door;
        }

        @Override
        public void confirm(DeviceCode code) {
            step(this, new Step.Confirming(code));
        }

        @Override
        public void lost(DeviceCode code) {
            step(this, new Step.Lost(code));
        }

        @Override
        public boolean rest(Duration time) {
            try {
                return !over.await(time.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public boolean isGivenUp() {
            return over.getCount() == 0;
        }
    }
}
