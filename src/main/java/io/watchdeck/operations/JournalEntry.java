package io.watchdeck.operations;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.model.Sent;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec.Range;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// What is kept of one operation, from before its first request to its verdict.
///
/// @param place    where it was done
/// @param person   who did it
/// @param note     why, in the person's words, or empty
/// @param warnings how many warnings the person saw before
/// @param warned   those warnings; empty where there were none, and in entries of versions that did not keep them
/// @param planned  how many requests it was to send
/// @param sendings those of them that were sent or about to be, in order, and after them what ended it by itself
/// @param remarks  what was seen while it was followed, oldest first
/// @param verdict  empty while it is followed
/// @param reminder to go back to what was before
public record JournalEntry(UUID id, Operation operation, Place place, String person, String note, Instant begun,
        int warnings, Baseline before, int planned, List<Sending> sendings, List<Remark> remarks,
        Optional<Verdict> verdict,
        Optional<Reminder> reminder, List<Phrase> warned) {

    /// The clocks of this machine and of AWS may differ so much: what AWS dates so long before an entry began may have come
    /// of it.
    public static final Duration SKEW = Duration.ofMinutes(2);

    public JournalEntry {
        sendings = List.copyOf(sendings);
        remarks = List.copyOf(remarks);
        warned = List.copyOf(warned);
    }

    /// @param account number; empty where AWS had not said it
    /// @param profile  of the shared AWS configuration; empty for the default credentials
    /// @param endpoint in place of AWS's own; empty where it was AWS itself
    public record Place(Environment environment, Optional<String> account, Region region, Optional<String> profile,
            Optional<URI> endpoint) {

        /// The options of AWS's command line that say where: `--region us-east-1 --profile sora`.
        public List<String> options() {
            return options(region, profile, endpoint);
        }

        /// The same for a stack, before anything was done.
        public static List<String> options(Access access) {
            return options(access.region(), access.profile(), access.endpoint());
        }

        private static List<String> options(Region region, Optional<String> profile, Optional<URI> endpoint) {
            var options = new ArrayList<>(List.of("--region", region.code()));
            profile.ifPresent(name -> options.addAll(List.of("--profile", name)));
            endpoint.ifPresent(uri -> options.addAll(List.of("--endpoint-url", uri.toString())));
            return List.copyOf(options);
        }
    }

    /// @param answer empty before it came: after a crash it may have left or not
    public record Sending(ApiRequest request, Optional<Sent> answer) {}

    public record Remark(Instant at, Phrase sentence) {}

    /// @param at      when a person wants to be reminded
    /// @param desired the count to go back to
    /// @param range   the range to go back to, where that was changed too
    /// @param settled whether somebody has dealt with it
    public record Reminder(Instant at, OptionalInt desired, Optional<Range> range, boolean settled) {}

    /// What was sent, or was about to be, as commands of AWS's command line with where it was done.
    public List<String> commands() {
        return sendings.stream().map(one -> one.request().command(place.options())).toList();
    }

    public boolean isOver() {
        return verdict.isPresent();
    }

    /// How long it took until its verdict; empty while it is followed.
    public Optional<Duration> took() {
        return verdict.map(end -> Duration.between(begun, end.at()));
    }

    /// The id that AWS gave to what began with the newest of its own requests that AWS took.
    public Optional<String> began() {
        return sendings.stream().limit(planned).map(Sending::answer).flatMap(Optional::stream)
                .filter(Sent.Taken.class::isInstance)
                .map(Sent.Taken.class::cast).map(Sent.Taken::id).flatMap(Optional::stream)
                .reduce((_, newer) -> newer);
    }

    /// Whether the console ended, or gave up, before all of its requests were sent.
    public boolean isUnfinished() {
        return sendings.size() < planned;
    }

    /// Whether a request may have left whose answer nobody has seen. What ended it by itself does not count.
    public boolean isUnsure() {
        return sendings.stream().limit(planned)
                .anyMatch(one -> one.answer().map(Sent.Lost.class::isInstance).orElse(true));
    }

    /// The same with more that is known of how things stood before.
    public JournalEntry with(Baseline known) {
        return new JournalEntry(id, operation, place, person, note, begun, warnings, known, planned, sendings, remarks,
                verdict, reminder, warned);
    }

    public JournalEntry answered(int number, Sent answer) {
        var all = new ArrayList<>(sendings);
        all.set(number, new Sending(sendings.get(number).request(), Optional.of(answer)));
        return with(all, remarks, verdict, reminder);
    }

    public JournalEntry sending(ApiRequest request) {
        var all = new ArrayList<>(sendings);
        all.add(new Sending(request, Optional.empty()));
        return with(all, remarks, verdict, reminder);
    }

    /// What was about to be sent last did not leave.
    public JournalEntry unsent() {
        return with(sendings.subList(0, sendings.size() - 1), remarks, verdict, reminder);
    }

    public JournalEntry remarked(Remark remark) {
        var all = new ArrayList<>(remarks);
        all.add(remark);
        return with(sendings, all, verdict, reminder);
    }

    /// What a look saw: of each kind of finding the first remark and the newest are kept, however often it changes.
    public JournalEntry seen(Remark remark) {
        String kind = remark.sentence().key();
        var all = new ArrayList<Remark>();
        boolean first = true;
        for (Remark one : remarks) {
            boolean same = one.sentence().key().equals(kind);
            if (!same || first) {
                all.add(one);
            }
            first = first && !same;
        }
        all.add(remark);
        return with(sendings, all, verdict, reminder);
    }

    /// Nobody is reminded to go back from what was not done.
    public JournalEntry ended(Verdict end) {
        JournalEntry over = with(sendings, remarks, Optional.of(end), reminder);
        return end.result() == Verdict.Result.NOT_DONE ? over.settled() : over;
    }

    public JournalEntry settled() {
        return with(sendings, remarks, verdict,
                reminder.map(one -> new Reminder(one.at(), one.desired(), one.range(), true)));
    }

    private JournalEntry with(List<Sending> sent, List<Remark> seen, Optional<Verdict> end,
            Optional<Reminder> remind) {
        return new JournalEntry(id, operation, place, person, note, begun, warnings, before, planned, sent, seen, end,
                remind, warned);
    }
}
