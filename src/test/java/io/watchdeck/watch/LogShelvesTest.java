package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What log groups hold, when somebody looks at what could cost less.
class LogShelvesTest {

    private final Rig rig = new Rig();
    private final StackFile shop = Rig.stack("logged", """
            stack: Logged
            environment: production
            region: eu-west-1
            cluster: logged
            services: [{name: logged-api}]
            logGroups: [/ecs/logged-api, /ecs/other]
            """);
    private final FakeCloud cloud = rig.cloud(shop);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nothingAsksForThemUntilSomebodyDoes() throws Exception {
        rig.watch(shop);
        rig.readAll();
        assertThat(calls()).isEmpty();

        assertThat(read(Set.of(shop.id()))).containsOnlyKeys(shop.id());
        assertThat(read(Set.of(new StackId("another")))).isEmpty();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void whatIsRefusedSaysWhy() throws Exception {
        rig.watch(shop);
        rig.readAll();
        cloud.logs().fail(Failure.denied("logs:DescribeLogGroups"));

        assertThat(read(Set.of(shop.id())).get(shop.id())).isNotEmpty().allSatisfy((_, reading) -> assertThat(reading)
                .isInstanceOfSatisfying(Reading.Unknown.class,
                        unknown -> assertThat(unknown.failure().kind()).isEqualTo(Failure.Kind.DENIED)));
    }

    private Map<StackId, Map<String, Reading<LogGroup>>> read(Set<StackId> stacks) throws Exception {
        var answer = new CompletableFuture<Map<StackId, Map<String, Reading<LogGroup>>>>();
        rig.watch.logGroups(stacks, answer::complete);
        return answer.get(30, TimeUnit.SECONDS);
    }

    private List<String> calls() {
        return cloud.calls().stream().filter(call -> call.startsWith("LOG GROUPS")).toList();
    }
}
