package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.shop;
import static io.watchdeck.watch.Rig.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What is read of a stack with which credentials.
class AdmissionTest {

    private final Rig rig = new Rig();
    private final StackFile named = stack("shop", Rig.WITH_ACCOUNT);
    private final FakeCloud cloud = rig.cloud(named);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theRightAccountIsRead() {
        rig.watch(named);

        assertThat(only(rig.readAll()).verdict().severity()).isEqualTo(Severity.FINE);
    }

    @Test
    void ofAWrongAccountNothingIsRead() {
        cloud.account("222222222222");
        rig.watch(named);

        StackSnapshot stack = only(rig.readAll());

        assertThat(cloud.calls()).containsExactly("IDENTITY ");
        assertThat(panels(stack)).hasSize(27).allSatisfy(panel -> assertThat(panel.state())
                .isEqualTo(new Loadable.Failed<>(Failure.wrongAccount(FakeCloud.ACCOUNT, "222222222222"), Rig.NOW)));
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(rig.say(stack.verdict().headline())).isEqualTo("Account: The stack file names account "
                + "111111111111, but these credentials belong to 222222222222: nothing was read");
    }

    @Test
    void whatWasKnownOfTheRightAccountIsNotShownAsTheWrongOnes() {
        rig.watch(named);
        rig.readAll();
        cloud.account("222222222222");

        StackSnapshot stack = only(rig.readAll(Duration.ofMinutes(1)));

        assertThat(panels(stack)).allSatisfy(panel -> assertThat(panel.state().latest()).isEmpty());
    }

    @Test
    void onlyTheStackThatNamesTheAccountWaits() {
        StackFile free = stack("free", Rig.SHOP.replace("cluster: shop", "cluster: free"));
        cloud.account("222222222222");
        rig.watch(named, free);

        rig.readAll();

        assertThat(cloud.calls(Subject.SERVICES)).containsExactly("SERVICES free [api]");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"UNREACHABLE", "THROTTLED", "DENIED", "UNEXPECTED"}, mode = Mode.INCLUDE)
    void anAccountThatCannotBeConfirmedIsNotRead(Kind kind) {
        cloud.fail(Subject.IDENTITY, failure(kind));
        rig.watch(named);

        StackSnapshot stack = only(rig.readAll());

        assertThat(cloud.calls()).containsExactly("IDENTITY ");
        assertThat(panels(stack)).allSatisfy(panel -> assertThat(panel.state().problem()).map(Failure::kind)
                .contains(kind));
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void aConfirmedAccountIsReadOnThoughItCannotBeConfirmedAgain() {
        rig.watch(named);
        rig.readAll();
        cloud.forgetCalls();
        cloud.fail(Subject.IDENTITY, failure(Kind.UNREACHABLE));

        StackSnapshot stack = only(rig.readAll(Duration.ofSeconds(30)));

        assertThat(cloud.calls(Subject.SERVICES)).hasSize(1);
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
    }

    @Test
    void aStackThatNamesNoAccountIsReadThoughNobodyKnowsWhoWeAre() {
        StackFile free = shop();
        cloud.fail(Subject.IDENTITY, failure(Kind.UNREACHABLE));
        rig.watch(free);

        StackSnapshot stack = only(rig.readAll());

        assertThat(cloud.calls(Subject.SERVICES)).hasSize(1);
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
    }

    @Test
    void expiredCredentialsMakeEveryPanelStaleAndAreNotTriedAgain() {
        rig.watch(shop());
        rig.readAll();
        cloud.forgetCalls();
        Failure expired = Failure.expired("default");
        cloud.failEverything(expired);

        StackSnapshot stack = only(rig.readAll(Duration.ofMinutes(1)));
        StackSnapshot later = only(rig.readAll(Duration.ofMinutes(1)));

        assertThat(cloud.calls()).containsExactly("IDENTITY ", "IDENTITY ");
        assertThat(panels(stack)).allSatisfy(panel -> {
            assertThat(panel.state().problem()).contains(expired);
            assertThat(panel.state()).isNotInstanceOf(Loadable.Ready.class);
        });
        assertThat(stack.services().getFirst().state().state().latest()).as("the last value stays").isPresent();
        assertThat(later.verdict().severity()).as("too old to decide").isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void expiredFromTheStartEveryPanelFails() {
        cloud.failEverything(Failure.expired("default"));
        rig.watch(shop());

        StackSnapshot stack = only(rig.readAll());

        assertThat(cloud.calls()).containsExactly("IDENTITY ");
        assertThat(panels(stack)).allSatisfy(panel -> assertThat(panel.state())
                .isInstanceOf(Loadable.Failed.class));
    }

    @Test
    void afterTheSignInAllIsReadAgain() {
        rig.watch(named);
        cloud.failEverything(Failure.expired("default"));
        rig.readAll();
        cloud.heal();

        assertThat(only(rig.readAll(Duration.ofSeconds(10))).verdict().severity()).isEqualTo(Severity.FINE);
    }

    private static Failure failure(Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> Failure.unreachable("sts.amazonaws.com");
            case THROTTLED -> Failure.throttled("sts:GetCallerIdentity");
            case DENIED -> Failure.denied("sts:GetCallerIdentity");
            default -> Failure.unexpected("nonsense");
        };
    }

    /// Every panel of a stack.
    private static List<Panel<?>> panels(StackSnapshot stack) {
        var panels = new ArrayList<Panel<?>>(List.of(stack.identity(), stack.cost(), stack.alarms()));
        stack.services().forEach(service -> panels.addAll(List.of(service.state(), service.tasks(), service.scaling(),
                service.cpu().latest(), service.memory().latest())));
        stack.loadBalancers().forEach(balancer -> {
            panels.addAll(List.of(balancer.requests().latest(), balancer.errors5xx().latest(),
                    balancer.target5xx().latest(), balancer.elb5xx().latest(), balancer.p50().latest(),
                    balancer.p95().latest(), balancer.p99().latest()));
            balancer.targetGroups().forEach(group -> panels.addAll(List.of(group.healthy().latest(),
                    group.unhealthy().latest())));
        });
        stack.databases().forEach(database -> panels.addAll(List.of(database.facts(), database.connections().latest(),
                database.cpu().latest())));
        stack.caches().forEach(cache -> panels.addAll(List.of(cache.hitRate().latest(), cache.evictions().latest())));
        stack.queues().forEach(queue -> {
            panels.add(queue.state());
            queue.deadLetters().ifPresent(dead -> panels.add(dead.state()));
        });
        stack.batchQueues().forEach(queue -> panels.add(queue.state()));
        stack.pipes().forEach(pipe -> panels.add(pipe.state()));
        stack.pipelines().forEach(pipeline -> panels.add(pipeline.state()));
        return panels;
    }
}
