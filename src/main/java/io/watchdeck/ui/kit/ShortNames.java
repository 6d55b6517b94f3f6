package io.watchdeck.ui.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes AWS's own sentences readable: names instead of ARNs, the first characters of ids that nobody reads to the end.
public final class ShortNames {

    private static final int KEPT = 8;
    /// `arn:partition:service:region:account:resource`; a sentence's punctuation ends it.
    private static final Pattern ARN =
            Pattern.compile("arn:aws[\\w-]*:([\\w-]+):[\\w-]*:\\d*:([\\w-]+)[/:]([\\w./:+=@-]*[\\w+=@-])");
    private static final Pattern UUID = Pattern.compile("\\b(\\p{XDigit}{8})(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
    private static final Pattern TASK = Pattern.compile("\\b\\p{XDigit}{32}\\b");
    private static final Pattern DEPLOYMENT = Pattern.compile("\\b(ecs-svc/\\d{8})\\d+\\b");

    private ShortNames() {}

    /// @param text a sentence of AWS, such as an event or a stop reason
    public static String in(String text) {
        String named = ARN.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(name(arn.group(1), arn.group(2), arn.group(3))));
        String jobs = UUID.matcher(named).replaceAll("$1");
        String tasks = TASK.matcher(jobs).replaceAll(id -> id.group().substring(0, KEPT));
        return DEPLOYMENT.matcher(tasks).replaceAll("$1");
    }

    /// `88` of the task definition `backend:88`.
    public static String revision(String definition) {
        return definition.substring(definition.lastIndexOf(':') + 1);
    }

    private static String name(String service, String kind, String path) {
        String[] parts = path.split("/");
        return switch (service + " " + kind) {
            case "elasticloadbalancing targetgroup" -> parts[0];
            case "elasticloadbalancing loadbalancer" -> parts[Math.min(1, parts.length - 1)];
            default -> parts[parts.length - 1];
        };
    }
}
