package io.watchdeck.watch.discovery;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads an account for a person who wants to watch it, and keeps the stack files that come of it. Every method returns at
/// once. One thing is asked at a time: what is asked next, or [#cancel], ends what was asked before, of which nothing is
/// told any more.
public final class ConnectDesk {

    /// The ways to an account.
    ///
    /// @param regions those that are set: of each profile, and of the default credentials
    /// @param given   whether the default credentials are set outside the profiles
    /// @param used    profiles of the stack files that are there, in their order, each with the Region of the first; empty
    ///                for the default credentials
    public record Ways(Map<Optional<String>, Region> regions, boolean given,
            SequencedMap<Optional<String>, Region> used) {}

    /// @param services how many there are; empty while that is asked
    /// @param watched  the name of a stack that a file describes of it already
    public record Cluster(String name, Optional<Reading<Integer>> services, Optional<String> watched) {}

    /// @param clusters empty while they are asked, or where nobody is known to ask
    public record Account(Reading<Identity> identity, Optional<Reading<List<Cluster>>> clusters) {}

    /// What is done of one wish, unless another has come.
    private interface Told {
        /// @return whether anybody still wants to know
        boolean tell(Runnable what);
    }

    private static final System.Logger LOG = System.getLogger(ConnectDesk.class.getName());

    private final Prospects prospects;
    private final NewStackFiles files;
    private final Executor work;
    private final Executor ui;
    private final Clock clock;
    private int wish;

    /// @param work does what blocks, on other threads
    /// @param ui   where answers are told
    public ConnectDesk(Prospects prospects, NewStackFiles files, Executor work, Executor ui, Clock clock) {
        this.prospects = prospects;
        this.files = files;
        this.work = work;
        this.ui = ui;
        this.clock = clock;
    }

    /// What is set for these profiles, of which one that is empty stands for the default credentials.
    public void ways(List<Optional<String>> profiles, Consumer<Ways> told) {
        work.execute(() -> {
            Map<Optional<String>, Region> known = profiles.stream().filter(one -> prospects.region(one).isPresent())
                    .collect(Collectors.toMap(one -> one, one -> prospects.region(one).orElseThrow(), (a, _) -> a));
            var used = new LinkedHashMap<Optional<String>, Region>();
            files.described().forEach(stack -> used.putIfAbsent(stack.access().profile(), stack.access().region()));
            var ways = new Ways(known, prospects.areGiven(), used);
            ui.execute(() -> told.accept(ways));
        });
    }

    /// Who AWS says we are, which clusters there are, and how many services run in each: told whenever more is known.
    public void account(Access access, Consumer<Account> told) {
        begin(all -> lookAround(access, told, all),
                mistake -> told.accept(new Account(Reading.unknown(mistake, clock.instant()), Optional.empty())));
    }

    private void lookAround(Access access, Consumer<Account> told, Told wanted) {
        Discovery discovery = prospects.discovery(access);
        Reading<Identity> identity = discovery.identity();
        boolean goesOn = wanted.tell(() -> told.accept(new Account(identity, Optional.empty())));
        if (!goesOn || identity instanceof Reading.Unknown) {
            return;
        }
        Reading<List<String>> names = discovery.clusters();
        List<StackFile> there = files.described();
        var found = new ArrayList<>(Things.known(names).stream().map(name -> new Cluster(name, Optional.empty(),
                there.stream().filter(stack -> isOf(stack, access, identity) && stack.cluster().equals(name))
                        .map(StackFile::name).findFirst()))
                .toList());
        for (int index = 0; goesOn && index <= found.size(); index++) {
            List<Cluster> now = List.copyOf(found);
            goesOn = wanted.tell(() -> told.accept(new Account(identity, Optional.of(names.map(_ -> now)))));
            if (goesOn && index < found.size()) {
                Cluster one = found.get(index);
                found.set(index, new Cluster(one.name(), Optional.of(discovery.services(one.name())), one.watched()));
            }
        }
    }

    /// Whether a stack is of the account that is looked at: by its number, or where the file names none by the way to it.
    private static boolean isOf(StackFile stack, Access access, Reading<Identity> identity) {
        return stack.access().region().equals(access.region()) && stack.account()
                .map(number -> identity instanceof Reading.Known<Identity>(var who, var _)
                        && who.account().equals(number))
                .orElseGet(() -> stack.access().profile().equals(access.profile())
                        && stack.access().role().equals(access.role()));
    }

    /// Proposes a stack for each cluster, one after another.
    ///
    /// @param told  of each as soon as it is there
    /// @param wrong told where something unforeseen happened
    public void propose(Access access, Optional<Identity> identity, List<String> clusters, Consumer<Proposal> told,
            Consumer<Failure> wrong) {
        begin(wanted -> {
            Discovery discovery = prospects.discovery(access);
            boolean goesOn = true;
            for (int index = 0; goesOn && index < clusters.size(); index++) {
                Proposal proposal = discovery.propose(clusters.get(index), identity);
                goesOn = wanted.tell(() -> told.accept(proposal));
            }
        }, wrong);
    }

    /// Names that no file has, as near as possible to those that are wanted.
    public void free(List<String> wanted, Consumer<List<String>> told) {
        work.execute(() -> {
            List<String> names = files.free(wanted);
            ui.execute(() -> told.accept(names));
        });
    }

    /// Keeps a new file, and tells the log of it. A file that is there is never replaced.
    public void write(String name, String text, Consumer<NewStackFiles.Outcome> told) {
        work.execute(() -> {
            NewStackFiles.Outcome outcome = files.write(name, text);
            if (outcome instanceof NewStackFiles.Outcome.Written(var file)) {
                String stack =
                        files.check(name, text).stack().map(one -> one.name() + " (" + one.id() + ")").orElse(name);
                LOG.log(System.Logger.Level.INFO, "Stack connected: {0}, written to {1}", stack, file);
            }
            ui.execute(() -> told.accept(outcome));
        });
    }

    /// What is wrong with a text, and which stack it describes.
    public StackReader.Outcome check(String name, String text) {
        return files.check(name, text);
    }

    /// Where new files are kept, for people.
    public String folder() {
        return files.told();
    }

    /// Whether what is kept there is watched by itself.
    public boolean isFollowed() {
        return files.followed();
    }

    /// Nobody wants to know any more what was asked last.
    public synchronized void cancel() {
        wish++;
    }

    private void begin(Consumer<Told> way, Consumer<Failure> wrong) {
        int own = next();
        Told told = what -> {
            if (isWanted(own)) {
                ui.execute(() -> {
                    if (isWanted(own)) {
                        what.run();
                    }
                });
            }
            return isWanted(own);
        };
        work.execute(() -> {
            boolean ended = false;
            try {
                way.accept(told);
                ended = true;
            } finally {
                if (!ended) {
                    told.tell(() -> wrong.accept(Failure.unexpected("")));
                }
            }
        });
    }

    private synchronized int next() {
        return ++wish;
    }

    private synchronized boolean isWanted(int one) {
        return one == wish;
    }
}
