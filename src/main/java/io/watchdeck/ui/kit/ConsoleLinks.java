package io.watchdeck.ui.kit;

import io.watchdeck.model.ComponentId;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.StackFile;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// ARNs and AWS console addresses of a stack's components, from their names. An ARN that holds an id which no name
/// gives (a load balancer's) is left empty rather than guessed.
public final class ConsoleLinks {

    private final StackFile file;
    private final Optional<String> account;
    private final String region;

    /// @param account as AWS answered; where it did not, the stack file's is used
    public ConsoleLinks(StackFile file, Optional<String> account) {
        this.file = file;
        this.account = account.or(file::account);
        region = file.access().region().code();
    }

    public AwsReference cluster() {
        return new AwsReference(file.cluster(), arn("ecs", "cluster/" + file.cluster()),
                page("ecs/v2/clusters/" + encoded(file.cluster()) + "/services?region=" + region));
    }

    /// What the account is billed; it is the same page for all Regions.
    public AwsReference bill() {
        return new AwsReference(file.name(), Optional.empty(),
                URI.create("https://console.aws.amazon.com/costmanagement/home#/cost-explorer"));
    }

    /// @param arn as `DescribeServices` reported it, where it has
    public AwsReference service(String name, Optional<String> arn) {
        return new AwsReference(name, arn.or(() -> arn("ecs", "service/" + file.cluster() + "/" + name)),
                page("ecs/v2/clusters/" + encoded(file.cluster()) + "/services/" + encoded(name) + "/health?region="
                        + region));
    }

    public AwsReference task(String id, String arn) {
        return new AwsReference(id, Optional.of(arn), page("ecs/v2/clusters/" + encoded(file.cluster()) + "/tasks/"
                + encoded(id) + "/configuration?region=" + region));
    }

    public AwsReference alarm(String name, Optional<String> arn) {
        return new AwsReference(name, arn.or(() -> arn("cloudwatch", "alarm:" + name)),
                page(home("cloudwatch") + "#alarmsV2:alarm/" + encoded(name)));
    }

    public AwsReference of(ComponentId component) {
        String name = component.name();
        return switch (component.kind()) {
            case SERVICE -> service(name, Optional.empty());
            case LOAD_BALANCER -> new AwsReference(name, Optional.empty(),
                    page(home("ec2") + "#LoadBalancers:search=" + encoded(name)));
            case TARGET_GROUP -> new AwsReference(name, Optional.empty(),
                    page(home("ec2") + "#TargetGroups:search=" + encoded(name)));
            case DATABASE -> database(name);
            case CACHE -> new AwsReference(name, Optional.empty(),
                    page(home("elasticache") + "#/redis/" + encoded(name)));
            case QUEUE -> queue(name);
            case BATCH_QUEUE -> batchQueue(name);
            case PIPE -> new AwsReference(name, arn("pipes", "pipe/" + name),
                    page(home("events") + "#/pipes/" + encoded(name)));
            case PIPELINE -> new AwsReference(name, arn("codepipeline", name),
                    page("codesuite/codepipeline/pipelines/" + encoded(name) + "/view?region=" + region));
            case STACK -> cluster();
        };
    }

    private AwsReference database(String id) {
        boolean cluster = file.components().databases().stream().filter(spec -> spec.id().equals(id))
                .anyMatch(spec -> spec.kind() == DatabaseSpec.Kind.CLUSTER);
        return new AwsReference(id, arn("rds", (cluster ? "cluster:" : "db:") + id),
                page(home("rds") + "#database:id=" + encoded(id) + ";is-cluster=" + cluster));
    }

    private AwsReference queue(String name) {
        String address = "https://sqs." + region + ".amazonaws.com/" + account.orElse("") + "/" + name;
        String detail = account.isPresent() ? "/" + encoded(address) : "";
        return new AwsReference(name, arn("sqs", name), page("sqs/v3/home?region=" + region + "#/queues" + detail));
    }

    private AwsReference batchQueue(String name) {
        Optional<String> arn = arn("batch", "job-queue/" + name);
        return new AwsReference(name, arn, page(home("batch") + "#queues"
                + arn.map(known -> "/detail/" + encoded(known)).orElse("")));
    }

    private Optional<String> arn(String service, String resource) {
        return account.map(id -> "arn:" + partition() + ":" + service + ":" + region + ":" + id + ":" + resource);
    }

    private String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private String home(String service) {
        return service + "/home?region=" + region;
    }

    private URI page(String path) {
        String host = switch (partition()) {
            case "aws-cn" -> "console.amazonaws.cn";
            case "aws-us-gov" -> "console.amazonaws-us-gov.com";
            default -> "console.aws.amazon.com";
        };
        return URI.create("https://" + region + "." + host + "/" + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
