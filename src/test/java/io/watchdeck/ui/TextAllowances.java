package io.watchdeck.ui;

import io.watchdeck.ui.TextFinding.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// The findings that are meant to be as they are, each with the reason.
public final class TextAllowances {

    private static final List<Allowed> ALL = List.of(
            english("> .rail-brief", ".*", "the short form of a stack's name"),
            english("> .log-row >", "(?s).*", "lines of a log are what the program wrote"),
            english("#drawer > .* > .drawer-texts > .wd-12", "(?s).*",
                    "what AWS says of a task that stopped, a scaling or a target is quoted"),
            english("#drawer > .* > .drawer-texts > .cell-line > .wd-badge", "IN PROGRESS|COMPLETED|FAILED",
                    "ECS's words for the state of a rollout, as PRIMARY and ACTIVE"),
            english("#drawer > .* > .event-line >", "(?s).*", "events of a service are ECS's own sentences"),
            english("#timeline-events > .* > .event-line", "(?s)(CloudWatch|[a-z0-9-]+:) .*",
                    "what ECS and CloudWatch say of themselves is quoted"),
            english("#timeline-events > .* > .event-line > .wd-12.wd-muted", "ECS event|ECS task",
                    "who tells of it is a name, the same in exports"),
            english("#banner-expired > .banner-text", "aws sso login .*", "a command to be typed"),
            english("#cost-lines-name >", ".*", "what the plan of a stack file calls its lines"),
            english("#card-pipeline >", ".*", "names that a team gave its stages, and what CodeBuild says"),
            english("#card-batch-queue >", "RUNNING(?s:\\n.*)?|.*: Essential container in task exited",
                    "AWS Batch's words for the state of a job and the end of it"),
            english("#spot-list >", "(?s)(\\(service .*)?was unable to place a task.*", "an event of ECS, quoted"));

    private TextAllowances() {}

    private record Allowed(Kind kind, Pattern where, Pattern text, String reason) {
        boolean fits(TextFinding finding) {
            return kind == finding.kind() && where.matcher(finding.where()).find()
                    && text.matcher(finding.text()).matches();
        }
    }

    private static Allowed english(String where, String text, String reason) {
        return new Allowed(Kind.UNTRANSLATED, Pattern.compile(where), Pattern.compile(text), reason);
    }

    public static boolean allow(TextFinding finding) {
        return ALL.stream().anyMatch(one -> one.fits(finding));
    }
}
