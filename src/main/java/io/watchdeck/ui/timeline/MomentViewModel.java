package io.watchdeck.ui.timeline;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Placed;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.ui.timeline.MomentFacts.Kind;
import io.watchdeck.ui.timeline.MomentFacts.Said;
import io.watchdeck.ui.timeline.StateLine.Cell;
import io.watchdeck.watch.HeldWords;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the stack was at the cursor beside how it is now, what was open and who had it, what Spot did, what persons noted,
/// and what nobody can tell. Of the moment itself it tells what its screens showed then; while that is looked up, nothing,
/// or while it plays what they showed last.
public final class MomentViewModel {

    /// Both sides of the cursor.
    private static final Duration NEAR = Duration.ofHours(1);
    private static final int GAPS = 3;

    private final Words words;
    private final Archive archive;
    private final Newest<Question, PastSnapshot> asking;
    private final ReadOnlyObjectWrapper<Optional<MomentFacts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Looked> looked = Optional.empty();
    private Known known = Known.nothing();
    private Optional<Question> asked = Optional.empty();
    private Optional<Question> answeredTo = Optional.empty();
    private Optional<PastSnapshot> past = Optional.empty();
    private Optional<Landing> landing = Optional.empty();
    private Consumer<Instant> jumps = _ -> {};

    private record Question(StackId stack, Instant at) {}

    /// What is looked at.
    ///
    /// @param stack as it is now
    /// @param moves how the cursor stands in time
    /// @param range that the lanes show
    record Looked(StackSnapshot stack, Instant cursor, Moves moves, Instant now, TimeRange range) {

        boolean live() {
            return moves == Moves.WITH_NOW;
        }
    }

    /// How the cursor stands in time.
    enum Moves {
        /// At now, and goes on with it.
        WITH_NOW,
        /// At a moment that is over.
        NOT,
        /// From moment to moment, while what was is played.
        PLAYS
    }

    MomentViewModel(Words words, Archive archive) {
        this.words = words;
        this.archive = archive;
        asking = new Newest<>((question, answer) -> archive.at(question.at(), question.stack(), answer),
                this::answered);
    }

    /// A person comes from elsewhere. What had an alarm at the first look crossed its limit before that: then the cursor
    /// goes on to the first moment of which something is recorded.
    ///
    /// @param at   where to; empty where the cursor stays
    /// @param move puts the cursor at another moment
    void arrive(Optional<Instant> at, Consumer<Instant> move) {
        jumps = move;
        landing = at.map(Landing::at).or(() -> landing);
    }

    void show(Looked newest, Known alsoKnown) {
        looked = Optional.of(newest);
        known = alsoKnown;
        landing = landing.filter(one -> one.at().equals(newest.cursor()));
        var question = new Question(newest.stack().file().id(), newest.cursor());
        if (newest.live()) {
            asked = Optional.empty();
        } else if (asked.filter(question::equals).isEmpty()) {
            asked = Optional.of(question);
            asking.ask(question);
        }
        write();
        land();
    }

    private void land() {
        Optional<Landing> next = looked.filter(one -> !one.live() && asked.equals(answeredTo)).flatMap(
                one -> landing.filter(_ -> past.isPresent()).flatMap(here -> here.next(one, known, past.get(), words)));
        if (next.isPresent()) {
            landing = next;
            jumps.accept(next.get().at());
        }
    }

    private void answered(Question question, PastSnapshot answer) {
        answeredTo = Optional.of(question);
        past = Optional.of(answer);
        write();
        land();
    }

    /// The snapshot of the moment at the cursor, as soon as it is there. While it plays, the last one that has come: the
    /// cursor is always ahead of the answers.
    private Optional<PastSnapshot> answer() {
        boolean near = looked.filter(one -> one.moves() == Moves.PLAYS).isPresent()
                && asked.map(Question::stack).equals(answeredTo.map(Question::stack));
        return asked.isPresent() && (near || asked.equals(answeredTo)) ? past : Optional.empty();
    }

    private void write() {
        looked.ifPresent(one -> facts.set(Optional.of(of(one))));
    }

    private MomentFacts of(Looked one) {
        StackSnapshot now = one.stack();
        StackId id = now.file().id();
        Optional<StackSnapshot> then = one.live() ? Optional.of(now)
                : answer().flatMap(PastSnapshot::shown).flatMap(shown -> shown.stacks().stream()
                        .filter(stack -> stack.file().id().equals(id)).findFirst());
        boolean asks = !one.live() && answer().isEmpty();
        Duration ago = Duration.between(one.cursor(), one.now());
        return new MomentFacts(new TypedMoment(words, one.now()).text(one.cursor()),
                then.map(stack -> stack.verdict().severity()), id, now.file().name(), now.file().environment(),
                one.live() ? words.say("ui.timeline.now") : words.say("ui.timeline.ago", new Offset(words).length(ago)),
                asks, unseen(id, one.now()), then.map(stack -> words.say(stack.verdict().headline()))
                        .map(said -> landing.map(came -> came.said(said, words)).orElse(said)).orElse(""),
                state(then.map(stack -> one.live() ? StateFacts.now(stack, one.cursor(), words)
                        : StateFacts.then(stack, one.cursor(), words)), StateFacts.now(now, one.now(), words)),
                new SpotFacts(words, span(one.range())).of(known.ledger(), one.range(),
                        one.live() ? Optional.empty() : Optional.of(one.cursor())),
                then.map(stack -> open(stack, one)).orElse(List.of()), notes(one), unknown(one));
    }

    private static Span span(TimeRange range) {
        return Span.holding(range.length(), Span.DAY);
    }

    /// Where nobody looked, since when and until when; empty where somebody did.
    private String unseen(StackId id, Instant now) {
        return answer().flatMap(snapshot -> snapshot.unseen().stream().filter(one -> one.stack().equals(id))
                .findFirst()).map(one -> words.say(
                        one.last().isPresent()
                                ? one.next().isPresent() ? "ui.timeline.unseen.between" : "ui.timeline.unseen.since"
                                : one.next().isPresent() ? "ui.timeline.unseen.before" : "ui.timeline.unseen.ever",
                        one.last().map(at -> words.when(at, now)).orElse(""),
                        one.next().map(at -> words.when(at, now)).orElse("")))
                .orElse("");
    }

    private List<StateLine> state(Optional<Map<String, Cell>> then, Map<String, Cell> now) {
        var names = new LinkedHashSet<String>(now.keySet());
        then.ifPresent(facts -> names.addAll(facts.keySet()));
        return names.stream().map(name -> new StateLine(label(name),
                then.map(facts -> facts.get(name)), Optional.ofNullable(now.get(name)))).toList();
    }

    /// The word of a figure, and of what where there are several.
    private String label(String name) {
        int space = name.indexOf(' ');
        String said = words.say("ui.timeline.state." + (space < 0 ? name : name.substring(0, space)));
        return space < 0 ? said : words.say("ui.timeline.state.named", said, name.substring(space + 1));
    }

    private List<Said> open(StackSnapshot then, Looked one) {
        List<Said> open = then.occurrences().stream().filter(each -> !each.isResolved())
                .sorted(Comparator.comparing(Occurrence::severity).reversed()).map(each -> {
                    boolean owned = !(each.status() instanceof Status.Open);
                    return new Said(Kind.ALARM, each.severity(), owned, words.say("ui.timeline.open", name(each),
                            words.when(each.raised(), one.now()), words.say(HeldWords.of(each.status(), one.now()))));
                }).toList();
        Unjudged unjudged = Unjudged.of(then, !one.live(), words);
        List<Said> known = !open.isEmpty() || unjudged.all() ? open
                : List.of(new Said(Kind.NOTHING, Severity.FINE, false, nothing(one)));
        return Stream.concat(known.stream(), unjudged.lines().stream()).toList();
    }

    /// Nothing, and what came soon after.
    private String nothing(Looked one) {
        return known.past().stream().flatMap(kept -> kept.alarms().stream())
                .filter(each -> each.key().stack().equals(one.stack().file().id()))
                .filter(each -> each.raised().isAfter(one.cursor())
                        && each.raised().isBefore(one.cursor().plus(NEAR)))
                .min(Comparator.comparing(Occurrence::raised))
                .map(next -> words.say("ui.timeline.open.soon", name(next),
                        new Offset(words).length(Duration.between(one.cursor(), next.raised()))))
                .orElseGet(() -> words.say("ui.timeline.open.nothing"));
    }

    private String name(Occurrence one) {
        return words.say(Placed.of(one));
    }

    private List<Said> notes(Looked one) {
        return known.events().stream().filter(event -> switch (event.kind()) {
            case WORD, OPERATION -> !event.details().isEmpty();
            default -> false;
        }).filter(event -> Duration.between(event.at(), one.cursor()).abs().compareTo(NEAR) <= 0)
                .sorted(Comparator.comparing(TimelineEvent::at)).map(event -> new Said(Kind.NOTE, Severity.NOTICE, true,
                        words.say("ui.timeline.note.said", words.clock(event.at()), words.say(event.says()),
                                event.details().getFirst())))
                .toList();
    }

    private List<Said> unknown(Looked one) {
        var lines = new ArrayList<String>();
        Optional<LedgerAnswer> ledger = known.ledger().filter(LedgerAnswer::kept);
        ledger.ifPresent(answer -> {
            List<Unwatched> gaps = new HappenedLanes(words, one.range(), one.now()).unwatched(answer);
            gaps.stream().sorted(Comparator.comparing((Unwatched gap) -> gap.range().length()).reversed()).limit(GAPS)
                    .sorted(Comparator.comparing(gap -> gap.range().from()))
                    .forEach(gap -> lines.add(unwatched(gap, one.now())));
            if (gaps.size() > GAPS) {
                lines.add(words.say("ui.timeline.unknown.more", gaps.size() - GAPS));
            }
            answer.services().stream().flatMap(service -> service.backfill().stream()).map(Failure::sentence)
                    .distinct().forEach(why -> lines.add(words.say("ui.timeline.unknown.backfill", words.say(why))));
        });
        if (known.more()) {
            lines.add(words.say("ui.timeline.unknown.tooMany", known.events().size()));
        }
        Stream<Said> said = lines.stream().map(text -> new Said(Kind.NOT_KNOWN, Severity.UNKNOWN, false, text));
        StackSnapshot stack = one.stack();
        return Stream.concat(Stream.of(Unread.of(stack, archive.unread(stack.file().id()), words))
                .filter(text -> !text.isEmpty()).map(text -> new Said(Kind.REFUSED, Severity.UNKNOWN, false, text)),
                said).toList();
    }

    private String unwatched(Unwatched gap, Instant now) {
        String until = words.when(gap.range().to(), now);
        return gap.first() ? words.say("ui.timeline.unknown.before", until)
                : words.say("ui.timeline.unknown.gap", words.when(gap.range().from(), now), until);
    }

    public ReadOnlyObjectProperty<Optional<MomentFacts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }
}
