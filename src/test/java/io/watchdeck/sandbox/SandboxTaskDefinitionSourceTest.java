package io.watchdeck.sandbox;

import static io.watchdeck.model.Readings.value;

import io.watchdeck.fleet.TaskDefinitionSourceContract;
import io.watchdeck.stack.Components;
import java.util.List;
import java.util.Optional;

class SandboxTaskDefinitionSourceTest extends TaskDefinitionSourceContract {

    @Override
    protected Defined logging() {
        return defined(stage(GROUP));
    }

    @Override
    protected Defined silent() {
        return defined(stage("/contract/other"));
    }

    @Override
    protected Defined denied() {
        return defined(stage(GROUP).denied("ecs:DescribeTaskDefinition"));
    }

    @Override
    protected Defined throttled() {
        String arn = logging().arn();
        return new Defined(stage(GROUP).throttled().cloud().definitions().orElseThrow(), arn);
    }

    private static Stage stage(String group) {
        return Stage.of(new Components(List.of(Stage.service("app", 1, Optional.empty())), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(group)));
    }

    private static Defined defined(Stage stage) {
        var cloud = stage.cloud();
        return new Defined(cloud.definitions().orElseThrow(),
                value(cloud.fleet().services(Stage.CLUSTER, List.of("app")).get("app")).taskDefinition());
    }
}
