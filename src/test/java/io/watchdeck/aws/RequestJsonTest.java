package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.batch.model.KeyValuePair;
import software.amazon.awssdk.services.batch.model.ResourceRequirement;
import software.amazon.awssdk.services.batch.model.SubmitJobRequest;

class RequestJsonTest {

    @Test
    void tellsWhatIsSetByTheNamesOfTheApi() {
        var request = SubmitJobRequest.builder().jobName("analysis").parameters(Map.of("depth", "2"))
                .containerOverrides(container -> container.command("run", "--fast")
                        .resourceRequirements(ResourceRequirement.builder().type("VCPU").value("4").build()))
                .build();

        assertThat(RequestJson.parameters(request)).containsExactlyInAnyOrderEntriesOf(Map.of("jobName", "analysis",
                "parameters", "{\"depth\":\"2\"}", "containerOverrides", "{\"command\":[\"run\",\"--fast\"],"
                        + "\"resourceRequirements\":[{\"value\":\"4\",\"type\":\"VCPU\"}]}"));
    }

    @Test
    void namesEnvironmentVariablesAndKeepsTheirValues() {
        var request = SubmitJobRequest.builder().containerOverrides(container -> container.environment(
                KeyValuePair.builder().name("TOKEN").value("planted-secret").build())).build();

        assertThat(RequestJson.parameters(request)).containsExactly(Map.entry("containerOverrides",
                "{\"environment\":[{\"name\":\"TOKEN\",\"value\":\"***\"}]}"));
    }
}
