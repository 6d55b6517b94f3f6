package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamPolicyCommandTest {

    @ParameterizedTest
    @CsvSource({"'',true", "--read-only,false"})
    void itPrintsAPolicyThatIamTakes(String option, boolean operates) throws IOException {
        var out = new StringWriter();
        var commands = Main.commandLine().setOut(new PrintWriter(out));

        assertThat(commands.execute(option.isEmpty() ? new String[] {"iam-policy"}
                : new String[] {"iam-policy", option})).isZero();

        JsonNode policy = JsonMapper.builder().build().readTree(out.toString());
        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
        List<String> purposes = StreamSupport.stream(policy.path("Statement").spliterator(), false)
                .map(one -> one.path("Sid").asText()).toList();
        assertThat(purposes.contains("WatchdeckChanges")).isEqualTo(operates);
        assertThat(policy.path("Statement")).allSatisfy(one -> {
            assertThat(one.path("Effect").asText()).isEqualTo("Allow");
            assertThat(one.path("Resource").asText()).isEqualTo("*");
            assertThat(one.path("Sid").asText()).matches("[A-Za-z0-9]+");
            assertThat(one.path("Action")).isNotEmpty();
        });
        assertThat(policy.toString().length()).as("a managed policy has at most 6,144 characters").isLessThan(6_144);
        assertThat(out.toString().contains("ecs:UpdateService")).isEqualTo(operates);
        assertThat(out.toString()).contains("elasticloadbalancing:DescribeTargetGroupAttributes",
                "rds:DescribeEvents");
    }
}
