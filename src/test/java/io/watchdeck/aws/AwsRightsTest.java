package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// The rights of the policy against the requests that the code of this package makes of the SDK's clients.
class AwsRightsTest {

    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.(\\w+)Client");
    /// Where IAM calls a service other than the SDK's package does: "Actions, resources, and condition keys for AWS services".
    private static final Map<String, String> PREFIXES = Map.of("applicationautoscaling", "application-autoscaling",
            "cloudwatchlogs", "logs", "costexplorer", "ce", "elasticloadbalancingv2", "elasticloadbalancing",
            "resourcegroupstaggingapi", "tag");
    /// Where IAM calls an action other than the API does.
    private static final Map<String, String> ACTIONS = Map.of("budgets:DescribeBudgets", "budgets:ViewBudget");
    /// SQS does this itself with the rights of whoever starts a redrive.
    private static final Set<String> NEVER_CALLED = Set.of("sqs:DeleteMessage", "sqs:SendMessage");

    /// Nobody is signed in yet who makes these: they are not signed, and need no right ("SSO OIDC API Reference").
    private static final Set<String> UNSIGNED = Set.of("ssooidc");

    /// By action, the classes that make the request.
    private static Map<String, Set<String>> made;

    @BeforeAll
    static void find() {
        JavaClasses own = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.watchdeck.aws");
        made = own.stream().flatMap(one -> one.getMethodCallsFromSelf().stream()).flatMap(AwsRightsTest::request)
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }

    /// A request is a method of a client with the name of an operation, whose answer is the answer to it.
    private static Stream<Map.Entry<String, String>> request(JavaMethodCall call) {
        String by = call.getOriginOwner().getName().replaceAll("\\$.*", "").replaceAll(".*\\.", "");
        if (call.getTargetOwner().isEquivalentTo(StsAssumeRoleCredentialsProvider.class)) {
            return Stream.of(Map.entry("sts:AssumeRole", by));
        }
        Matcher client = CLIENT.matcher(call.getTargetOwner().getName());
        String name = call.getTarget().getName();
        if (!client.matches() || UNSIGNED.contains(client.group(1))
                || !call.getTarget().getRawReturnType().getSimpleName().equalsIgnoreCase(name + "Response")) {
            return Stream.of();
        }
        String operation = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String action = PREFIXES.getOrDefault(client.group(1), client.group(1)) + ":" + operation;
        return Stream.of(Map.entry(ACTIONS.getOrDefault(action, action), by));
    }

    private static Set<String> actions(boolean readOnly) {
        return AwsRights.of(readOnly).stream().flatMap(one -> one.actions().stream()).collect(Collectors.toSet());
    }

    private static List<String> actions(String purpose) {
        return AwsRights.of(false).stream().filter(one -> one.purpose().equals(purpose)).findFirst().orElseThrow()
                .actions();
    }

    private static boolean isReading(String action) {
        return action.matches("[\\w-]+:(Describe|List|Get|Filter|View)\\w+|sts:AssumeRole");
    }

    @Test
    void thePolicyHasTheRightsOfTheRequestsThatAreMadeAndNoOthers() {
        Set<String> wanted = new TreeSet<>(made.keySet());
        wanted.addAll(NEVER_CALLED);

        assertThat(actions(false)).isEqualTo(wanted);
        assertThat(made).as("the search finds requests").hasSizeGreaterThan(50)
                .containsKeys("elasticloadbalancing:DescribeTargetGroupAttributes", "rds:DescribeEvents",
                        "ecs:UpdateService", "sts:AssumeRole");
    }

    @Test
    void signingInNeedsNoRight() {
        assertThat(AwsRights.of(false).stream().flatMap(one -> one.actions().stream()))
                .noneMatch(action -> action.startsWith("sso"));
    }

    @Test
    void noActionStandsTwice() {
        assertThat(AwsRights.of(false).stream().flatMap(one -> one.actions().stream())).doesNotHaveDuplicates();
    }

    @Test
    void withoutOperationsNothingCanBeChanged() {
        assertThat(actions(true)).allMatch(AwsRightsTest::isReading)
                .containsAll(made.keySet().stream().filter(AwsRightsTest::isReading).toList());
        assertThat(actions("WatchdeckChanges")).noneMatch(AwsRightsTest::isReading);
    }

    @Test
    void whatOnlyDiscoverAsksIsApart() {
        assertThat(actions("WatchdeckDiscovers")).containsExactlyInAnyOrderElementsOf(made.entrySet().stream()
                .filter(one -> one.getValue().equals(Set.of("AwsInventorySource"))).map(Map.Entry::getKey).toList());
    }

    @Test
    void everyRequestNamesItsRight() {
        assertThat(Stream.of(AwsApi.values()).map(AwsApi::iamAction))
                .containsExactlyInAnyOrderElementsOf(made.keySet());
    }
}
