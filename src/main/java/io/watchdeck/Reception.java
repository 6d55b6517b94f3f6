package io.watchdeck;

import io.watchdeck.instance.Handler;
import io.watchdeck.instance.Request;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.store.Database;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Answers commands for the running console, from what it has read. What it watches changes with the first stack file; it
/// answers only what a command would find out by itself in the same words.
final class Reception implements Handler {

    /// A term of [Question#FRONT]: whether the console that was to be started may change anything.
    static final String READ_ONLY = "readOnly";
    /// Terms of [Question#FRONT]: the theme and the language that were asked for by an option, as words of the option; absent
    /// without one.
    static final String THEME = "theme";
    static final String SPOKEN = "lang";
    /// A term of [Question#STATUS].
    static final String JSON = "json";
    /// Term of [Question#STATUS]: all that the console watches is meant, also what the asker cannot read at the moment.
    static final String ALL = "all";
    /// A term of [Question#STATUS]: the month's bill is to be known.
    static final String COST = "cost";

    /// A term of [Question#BACKUP] and [Question#COPY], an absolute path.
    static final String FILE = "file";

    /// Terms of [Question#METER]: of which days what is counted is to be told, both included; none of them tells nothing.
    static final String FIRST = "first";
    static final String LAST = "last";

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final Options options;
    private final StackFolder files;
    private volatile Optional<Desk> desk = Optional.empty();

    /// What is there to answer from.
    ///
    /// @param front brings the window to the front; returns at once
    record Desk(Watching watching, StackChoice choice, Watched watched, Runnable front) {}

    Reception(Options options, StackFolder files) {
        this.options = options;
        this.files = files;
    }

    void open(Desk now) {
        desk = Optional.of(now);
    }

    /// From now on the console is beginning or ending: whoever asks may ask again.
    void close() {
        desk = Optional.empty();
    }

    @Override
    public Outcome answer(Request request, Writer text) throws IOException {
        Optional<Desk> open = desk;
        if (open.isEmpty()) {
            return new Declined("notNow");
        }
        if (Question.FRONT.isAsked(request)) {
            return front(request, open.get());
        }
        if (Question.STATUS.isAsked(request)) {
            return status(request, open.get(), text);
        }
        if (Question.EXPORT.isAsked(request)) {
            return export(request, open.get(), MetricWish::of, text);
        }
        if (Question.EVENTS.isAsked(request)) {
            return export(request, open.get(), EventWish::of, text);
        }
        if (Question.COSTS.isAsked(request)) {
            return export(request, open.get(), CostWish::of, text);
        }
        if (Question.REPORT.isAsked(request)) {
            return export(request, open.get(), ReportWish::of, text);
        }
        if (Question.JOURNAL.isAsked(request)) {
            return export(request, open.get(), JournalWish::of, text);
        }
        if (Question.BACKUP.isAsked(request)) {
            return backup(request, open.get(), text);
        }
        if (Question.COPY.isAsked(request)) {
            return open.get().watched().isMeantBy(request.about()) ? backup(request, open.get(), text)
                    : new Declined("other");
        }
        if (Question.METER.isAsked(request)) {
            return meter(request, open.get(), text);
        }
        return new Declined("question");
    }

    private Outcome front(Request request, Desk open) {
        open.front().run();
        Words words = Question.words(request);
        boolean same = open.watched().isMeantBy(request.about())
                && request.about().getOrDefault(READ_ONLY, "false").equals(Boolean.toString(options.readOnly()))
                && isTaken(request, THEME, options.theme().map(SettingsFile.THEMES::word))
                && isTaken(request, SPOKEN, options.language().map(SettingsFile.LANGUAGES::word));
        return same ? new Done(ExitCode.OK, Optional.of(words.say("instance.front")))
                : new Done(ExitCode.BUSY, Optional.of(words.say("instance.other", what(open, words))));
    }

    /// Whoever asks for nothing there takes the window as it is.
    private static boolean isTaken(Request request, String term, Optional<String> given) {
        return Optional.ofNullable(request.about().get(term)).filter(asked -> !given.equals(Optional.of(asked)))
                .isEmpty();
    }

    private static String what(Desk open, Words words) {
        return switch (open.choice().origin()) {
            case FILES -> open.watched().folder();
            case SHIPPED -> open.watched().endpoint();
            case SANDBOX -> words.say("instance.sandbox");
            case NONE -> words.say("instance.sandbox");
        };
    }

    private Outcome status(Request request, Desk open, Writer text) throws IOException {
        // The simulation that is shown until there are stack files is nothing that anybody asks for.
        boolean isMeant = !open.watching().isSandbox() || open.choice().sandbox();
        if (!isMeant || !open.watched().isMeantBy(request.about())) {
            return new Declined("other");
        }
        if (open.choice().folder().filter(folder -> !open.watching().watches(files.read(folder))).isPresent()) {
            return new Declined("changed");
        }
        boolean all = Boolean.parseBoolean(request.about().get(ALL));
        List<StackFile> asked = open.watching().watch().stacks().stream()
                .filter(stack -> all || request.names().contains(stack.id().value())).toList();
        // A file that cannot be used is told of as that, by whomever.
        long unread = open.watching().watch().current().unread().stream()
                .filter(stack -> request.names().contains(stack.id().value())).count();
        Optional<WatchSnapshot> known = asked.size() + unread < request.names().size() ? Optional.empty()
                : open.watching().watch().known(asked);
        if (known.isEmpty() || Boolean.parseBoolean(request.about().get(COST)) && !hasCost(known.get())) {
            return new Declined("notRead");
        }
        text.write(StatusForm.text(known.get(), Boolean.parseBoolean(request.about().get(JSON)),
                Question.words(request)));
        return new Done(ExitCode.of(known.get().severity()), Optional.empty());
    }

    private static Outcome export(Request request, Desk open, Function<Request, HistoryWish> wish, Writer text)
            throws IOException {
        Optional<Database> history = open.watching().written();
        if (history.isEmpty()) {
            return new Declined("history");
        }
        try {
            wish.apply(request).fulfil(history.get(), Question.words(request), Clock.systemUTC().instant(), text);
            return new Done(ExitCode.OK, Optional.empty());
        } catch (Refusal refused) {
            return new Done(refused.code(), Optional.ofNullable(refused.getMessage()));
        } catch (IllegalArgumentException | DateTimeParseException otherVersion) {
            return new Declined("version");
        }
    }

    private static Outcome backup(Request request, Desk open, Writer text) throws IOException {
        Optional<Database> history = open.watching().written();
        if (history.isEmpty() || !request.about().containsKey(FILE)) {
            return new Declined("history");
        }
        Path file = Path.of(request.about().get(FILE));
        var writing = new FutureTask<>(() -> history.get().backup(file));
        Wiring.threads("backup").execute(writing);
        Optional<Phrase> failed = new GrowingFile(file, SIGN_OF_LIFE).await(writing, text);
        return new Done(failed.isPresent() ? ExitCode.CANNOT_WRITE : ExitCode.OK,
                failed.map(Question.words(request)::say));
    }

    /// The meter is that of the data folder, whatever stacks are watched.
    private static Outcome meter(Request request, Desk open, Writer text) throws IOException {
        try {
            Optional<Meter> meter = open.watching().isSandbox() ? Optional.empty()
                    : open.watching().history().flatMap(KeptHistory::meter);
            List<MeteredCalls> calls = request.names().stream().map(MeterLine::parse).toList();
            if (meter.isEmpty() || !calls.isEmpty() && !meter.get().take(calls)) {
                return new Declined("history");
            }
            if (request.about().containsKey(FIRST)) {
                for (MeteredCalls one : meter.get().counted(LocalDate.parse(request.about().get(FIRST)),
                        LocalDate.parse(request.about().getOrDefault(LAST, "")))) {
                    text.write(MeterLine.of(one) + "\n");
                }
            }
            return new Done(ExitCode.OK, Optional.empty());
        } catch (IllegalStateException | CompletionException unusable) {
            return new Declined("history");
        } catch (IllegalArgumentException | DateTimeParseException otherVersion) {
            return new Declined("version");
        }
    }

    /// So young that nobody would ask for it again.
    private static boolean hasCost(WatchSnapshot snapshot) {
        Instant oldest = snapshot.asOf().minus(Duration.ofDays(1));
        return snapshot.stacks().stream().allMatch(stack -> stack.cost().state().latestAsOf()
                .filter(oldest::isBefore).isPresent());
    }
}
