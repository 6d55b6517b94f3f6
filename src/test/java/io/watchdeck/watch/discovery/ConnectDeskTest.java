package io.watchdeck.watch.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.LoggedLines;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.stack.NewStackFiles.Outcome;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.stack.StackWriter;
import io.watchdeck.watch.discovery.ConnectDesk.Account;
import io.watchdeck.watch.discovery.ConnectDesk.Cluster;
import io.watchdeck.watch.discovery.ConnectDesk.Ways;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked and told, over the accounts of the sandbox. Nothing is done before [#work], and nothing told before
/// [#tell].
class ConnectDeskTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:12Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Region SEOUL = new Region("ap-northeast-2");
    private static final Access OPS = new Access(Optional.of("ops"), Optional.empty(), SEOUL, Optional.empty());

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<Access> asked = new ArrayList<>();
    private final SandboxConnector sandbox =
            new SandboxConnector(new ShippedStacks(StackFiles.reader()).all(), 42, CLOCK);
    private Optional<RuntimeException> mistake = Optional.empty();

    @TempDir
    Path folder;
    private ConnectDesk desk;

    @BeforeEach
    void open() {
        desk = new ConnectDesk(new Prospects() {
            @Override
            public Discovery discovery(Access access) {
                mistake.ifPresent(thrown -> {
                    throw thrown;
                });
                asked.add(access);
                var there = new Access(Optional.empty(), Optional.empty(), access.region(), Optional.empty());
                return new Discovery(access, sandbox.inventory(there), sandbox.connect(there),
                        MetricCatalogue.standard());
            }

            @Override
            public Optional<Region> region(Optional<String> profile) {
                return profile.filter("ops"::equals).map(_ -> SEOUL);
            }

            @Override
            public boolean areGiven() {
                return false;
            }
        }, new NewStackFiles(folder, "~/stacks", true, StackFiles.reader()), work::add, ui::add, CLOCK);
    }

    private void work() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private void tell() {
        while (!ui.isEmpty()) {
            ui.poll().run();
        }
    }

    @Test
    void onlyRegionsThatAreSetAreTold() {
        var told = new ArrayList<Ways>();
        desk.ways(List.of(Optional.empty(), Optional.of("ops"), Optional.of("other"), Optional.of("ops")),
                told::add);
        assertThat(told).as("nothing blocks").isEmpty();
        work();
        tell();

        assertThat(told).containsExactly(new Ways(Map.of(Optional.of("ops"), SEOUL), false, new LinkedHashMap<>()));
    }

    @Test
    void anAccountIsToldAsItBecomesKnown() {
        var told = new ArrayList<Account>();
        desk.account(OPS, told::add);
        assertThat(asked).as("nothing blocks").isEmpty();
        work();
        tell();

        assertThat(asked).containsExactly(OPS);
        assertThat(told).allMatch(one -> one.identity() instanceof Reading.Known);
        assertThat(told.getFirst().clusters()).as("first who we are").isEmpty();
        assertThat(clusters(told.get(1))).extracting(Cluster::services).as("then which clusters").containsOnly(
                Optional.empty());
        assertThat(clusters(told.getLast())).as("last how many services").allMatch(
                one -> one.services().orElseThrow() instanceof Reading.Known);
        assertThat(clusters(told.getLast())).extracting(Cluster::name).contains("glimpse-prod",
                "tiketi-cluster-prod");
        assertThat(told).as("after each cluster").hasSize(2 + clusters(told.getLast()).size());
    }

    private static List<Cluster> clusters(Account account) {
        return account.clusters().orElseThrow() instanceof Reading.Known<List<Cluster>>(var all, var _) ? all
                : List.of();
    }

    @Test
    void aStackIsProposedForEachClusterAndItsFileIsOneThatCanBeWatched() {
        var proposals = new ArrayList<Proposal>();
        var wrong = new ArrayList<Failure>();
        desk.propose(OPS, identity(), List.of("glimpse-prod", "tiketi-cluster-prod"), proposals::add, wrong::add);
        work();
        tell();

        assertThat(wrong).isEmpty();
        assertThat(proposals).extracting(one -> one.file().name()).containsExactly("Glimpse", "Tiketi");
        Proposal first = proposals.getFirst();
        assertThat(text(first)).contains("profile: ops", "region: ap-northeast-2", "glimpse-api");
        StackFile checked = desk.check("glimpse-prod.yaml", text(first)).stack().orElseThrow();
        assertThat(checked.access().profile()).contains("ops");
    }

    private Optional<Identity> identity() {
        var told = new AtomicReference<Account>();
        desk.account(OPS, told::set);
        work();
        tell();
        return told.get().identity() instanceof Reading.Known<Identity>(var who, var _) ? Optional.of(who)
                : Optional.empty();
    }

    @Test
    void whatIsAskedNextEndsWhatWasAskedBefore() {
        var first = new ArrayList<Account>();
        var second = new ArrayList<Account>();
        desk.account(OPS, first::add);
        work.poll().run();
        assertThat(ui).as("something is about to be told").isNotEmpty();
        desk.account(OPS, second::add);
        work();
        tell();

        assertThat(first).as("nobody wants to know any more").isEmpty();
        assertThat(second).isNotEmpty();
    }

    @Test
    void afterCancelNothingIsToldAndNoFurtherClusterIsRead() {
        var told = new ArrayList<Proposal>();
        var wrong = new ArrayList<Failure>();
        desk.propose(OPS, Optional.empty(), List.of("glimpse-prod", "tiketi-cluster-prod"), told::add, wrong::add);
        desk.cancel();
        work();
        tell();

        assertThat(told).isEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void somethingUnforeseenIsToldInPlaceOfAnAnswer() {
        mistake = Optional.of(new IllegalStateException("not foreseen"));
        var told = new ArrayList<Account>();
        var wrong = new ArrayList<Failure>();
        desk.account(OPS, told::add);
        assertThatThrownBy(this::work).as("it goes to the log too").hasMessage("not foreseen");
        tell();
        desk.propose(OPS, Optional.empty(), List.of("glimpse-prod"), _ -> {}, wrong::add);
        assertThatThrownBy(this::work).hasMessage("not foreseen");
        tell();

        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.identity()).isInstanceOf(Reading.Unknown.class);
            assertThat(one.clusters()).isEmpty();
        });
        assertThat(wrong).hasSize(1);
    }

    @Test
    void aNewFileTakesAFreeNameAndReplacesNone() {
        Proposal proposal = proposal();
        var outcomes = new ArrayList<Outcome>();
        desk.write("glimpse-prod.yaml", text(proposal), outcomes::add);
        desk.write("glimpse-prod.yaml", text(proposal), outcomes::add);
        var free = new ArrayList<String>();
        desk.free(List.of("glimpse-prod.yaml", "tiketi-prod.yaml"), free::addAll);
        assertThat(folder).as("nothing blocks").isEmptyDirectory();
        work();
        tell();

        assertThat(outcomes.getFirst()).isEqualTo(new Outcome.Written(folder.resolve("glimpse-prod.yaml")));
        assertThat(outcomes.getLast()).isNotInstanceOf(Outcome.Written.class);
        assertThat(StackFiles.reader().read(folder.resolve("glimpse-prod.yaml")).stack()).isPresent();
        assertThat(free).hasSize(2).doesNotContain("glimpse-prod.yaml").contains("tiketi-prod.yaml");
    }

    @Test
    void theLogIsToldOfAStackThatIsConnectedOnce() {
        Proposal proposal = proposal();
        try (var log = new LoggedLines(ConnectDesk.class)) {
            desk.write("glimpse-prod.yaml", text(proposal), _ -> {});
            desk.write("glimpse-prod.yaml", text(proposal), _ -> {});
            work();

            assertThat(log.lines()).singleElement().asString().startsWith("Stack connected: ")
                    .contains("(glimpse-prod), written to " + folder.resolve("glimpse-prod.yaml"));
        }
    }

    private static String text(Proposal proposal) {
        return new StackWriter().text(proposal.file(),
                proposal.notes().said(new Words(Locale.ENGLISH, ZoneOffset.UTC)::say));
    }

    private Proposal proposal() {
        var told = new AtomicReference<Proposal>();
        desk.propose(OPS, Optional.empty(), List.of("glimpse-prod"), told::set, _ -> {});
        work();
        tell();
        return told.get();
    }
}
