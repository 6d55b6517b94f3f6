package io.watchdeck.report;

import static io.watchdeck.report.ReportFacts.NOON;
import static io.watchdeck.report.ReportFacts.SERVICE;
import static io.watchdeck.report.ReportFacts.at;
import static io.watchdeck.report.ReportFacts.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.report.HandOver.Limit;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What each section of a report says, and what it never says.
class ReportTest {

    private final ReportFacts report = new ReportFacts();

    @Test
    void theHeadSaysOfWhatTimeAndWhoMadeItWhen() {
        assertThat(report.markdown()).contains("# Hand-over: Tiketi\n", "Tue 22 Sep 2026 12:00 UTC to 14:00 (2 h)",
                "Made by sora, Tue 22 Sep 2026 14:00 UTC", "Tiketi (production, ap-northeast-2)")
                .doesNotContain("Simulated");
    }

    @Test
    void anotherZoneIsToldBesideUtc() {
        var korean = new io.watchdeck.words.Words(Locale.ENGLISH, java.time.ZoneId.of("Asia/Seoul"));
        String text = ReportFacts.written(Report.of(report.facts(),
                io.watchdeck.metrics.MetricCatalogue.standard(), korean), ReportFormat.MARKDOWN);

        assertThat(text).contains("Tue 22 Sep 2026 21:00 KST to 23:00", "Tue 22 Sep 2026 12:00 UTC to 14:00");
    }

    @Test
    void aSandboxIsCalledOne() {
        report.sandbox = true;

        assertThat(report.markdown()).contains("**Simulated: everything here happened in the sandbox, not in AWS.**");
    }

    @Test
    void theSummaryOfAQuietTimeSaysThatItWasQuiet() {
        assertThat(report.section("In short")).contains("**No alarm of a warning or worse was there in this time. "
                + "None is open now.**", "- No alarm of a warning or worse.").doesNotContain("Nobody watched");
    }

    @Test
    void theSummarySaysWhatWasWrongSinceWhenWhoHadItAndHowBadItWas() {
        report.alarm(10, 25, Optional.of(word(13, "the new revision")));

        assertThat(report.section("In short")).contains(
                "- ALB 5xx on tiketi-alb-prod, 12:10 to 12:25 (15 min), at worst 98/min, limit 10/min; jmin had it after "
                        + "3 min “the new revision”.",
                "**1 alarm of a warning or worse in this time, at Tiketi. All of them are over.**");
    }

    @Test
    void anAlarmThatWasToldAfterItBeganHasBothMomentsWhereverOneStands() {
        report.event(3, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89")
                .alarm("ECS CPU", "service.cpu", Severity.WARNING, 8, -1, Optional.empty())
                .alarm(10, -1, Optional.empty()).begun(4);

        assertThat(report.section("In short")).contains("ALB 5xx on tiketi-alb-prod, since 12:04 and not over",
                " The first alarm after that was ALB 5xx on tiketi-alb-prod, 1 min later.");
        assertThat(report.section("What happened, in order")).contains("| 12:10:00 | **Critical** | tiketi-alb-prod | "
                + "Alarm: ALB 5xx: 62/min, limit 10/min (crossed 12:04:00, told 12:10:00) |")
                .contains("| 12:08:00 | Warning | tiketi-alb-prod | Alarm: ECS CPU: 62%, limit 10% |");
        assertThat(report.section("Alarms")).contains("| 12:04:00<br>told 12:10:00 |", "| 12:08:00 |");
    }

    @Test
    void anAlarmThatComesAgainIsSaidOnceWithItsTimes() {
        report.alarm(10, 12, Optional.empty()).alarm(20, 22, Optional.empty()).alarm(30, 32, Optional.empty());

        assertThat(report.section("In short")).contains("; nobody acknowledged it. It came 2 more times: 12:20, "
                + "12:30.").containsOnlyOnce("- ALB 5xx on tiketi-alb-prod");
    }

    @Test
    void anAlarmOfTheMinuteOfADeploymentIsNotSaidToHaveComeAfterNoTime() {
        report.event(10, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89")
                .alarm(10, 25, Optional.empty());

        assertThat(report.section("In short"))
                .contains(" The first alarm, of the same minute, was ALB 5xx on tiketi-alb-prod.")
                .doesNotContain("0 s");
    }

    @Test
    void theSummarySaysWhatADeploymentWasFollowedByAndNotThatItWasItsCause() {
        report.event(8, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89")
                .event(14, Kind.ROLLOUT, Severity.CRITICAL, "event.rolloutFailed", SERVICE, "backend:89")
                .alarm(10, 25, Optional.empty());

        assertThat(report.section("In short")).contains("- 12:08: a deployment of backend:89 to " + SERVICE
                + " began, failed 12:14, after 6 min. The first alarm after that was ALB 5xx on tiketi-alb-prod, "
                + "2 min later.").doesNotContainIgnoringCase("because").doesNotContainIgnoringCase("caused");
    }

    @Test
    void theEndOfADeploymentThatNobodyToldIsNotMadeUp() {
        report.event(8, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89");

        assertThat(report.section("In short")).contains("began, of which no end is told.");
    }

    @Test
    void theSummarySaysWhatWasDoneAndWhichAlarmsAreOverSince() {
        report.alarm(-10, 5, Optional.empty()).alarm("ECS CPU", "service.cpu", Severity.WARNING, -5, -1,
                Optional.empty());
        report.operations.add(Entries.begun(Entries.scale(9)).ended(
                new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), at(2))));

        assertThat(report.section("In short")).contains("- 12:00, sora: Scale on " + SERVICE
                + ", 5 → 9 “sale opens”. Verdict after 2 min: worked, 9 of 9 run. Of the 2 alarms open when it began, 1 is "
                + "over: after 5 min.");
    }

    @Test
    void anOperationWithoutAVerdictHasNone() {
        report.operations.add(Entries.begun(Entries.scale(9)));

        assertThat(report.section("In short")).contains("“sale opens”. No verdict yet.");
        assertThat(report.section("What was done")).contains("| no verdict yet |");
        assertThat(report.section("Open now (14:00)")).contains("Scale on " + SERVICE
                + " by sora, begun 12:00, is not over yet.");
    }

    @Test
    void whatIsOpenIsSaidWithWhoHasItUntilWhen() {
        report.alarm(10, -1, Optional.of(word(13, "looking")));

        assertThat(report.section("Open now (14:00)")).contains("| **Critical** | Tiketi | **ALB 5xx**<br>"
                + "tiketi-alb-prod | 62/min, limit 10/min | 12:10<br>1 h 50 min | jmin until 16:13 “looking” |");
        assertThat(report.section("In short")).contains("One is still open, and somebody has it.");
    }

    @Test
    void whatNobodyHasIsSaidSo() {
        report.alarm(10, -1, Optional.empty()).alarm("ECS CPU", "service.cpu", Severity.WARNING, 20, -1,
                Optional.of(word(30, "")));

        assertThat(report.section("Open now (14:00)")).contains("| nobody |");
        assertThat(report.section("In short")).contains("2 are still open, and nobody has 1 of them.",
                "- Still open (2): ALB 5xx on tiketi-alb-prod, ECS CPU on tiketi-alb-prod.");
    }

    @Test
    void ofSeveralThatAreOpenEachIsNamed() {
        for (int minute = 10; minute < 15; minute++) {
            report.alarm("ECS CPU " + minute, "service.cpu", Severity.WARNING, minute, -1, Optional.empty());
        }

        assertThat(report.section("In short")).contains("5 are still open, and nobody has any of them.",
                "- Still open (5): ECS CPU 10 on tiketi-alb-prod, ECS CPU 11 on tiketi-alb-prod, ECS CPU 12 on "
                        + "tiketi-alb-prod, ECS CPU 13 on tiketi-alb-prod, ECS CPU 14 on tiketi-alb-prod.");
    }

    @Test
    void ofVeryManyThatAreOpenItIsSaidHowManyAreNotNamed() {
        for (int minute = 10; minute < 20; minute++) {
            report.alarm("ECS CPU " + minute, "service.cpu", Severity.WARNING, minute, -1,
                    Optional.of(word(40, "")));
        }

        assertThat(report.section("In short")).contains("10 are still open, and somebody has each of them.",
                "- Still open (10): ECS CPU 10", "ECS CPU 16 on tiketi-alb-prod, 3 more.")
                .doesNotContain("ECS CPU 17 on "
                        + "tiketi-alb-prod, 3");
    }

    @Test
    void ofMissingTasksItIsSaidHowManyOfHowManyRan() {
        report.missing(10, 1);
        assertThat(report.section("In short")).contains("at worst 1 task missing");

        report.metric("service.desired", SERVICE, 0, 0, List.of(), _ -> 3);
        assertThat(report.section("In short")).contains("at worst 2 of 3 tasks").doesNotContain("limit 0");
        assertThat(report.section("Alarms")).contains("| 2 of 3 tasks |");
    }

    @Test
    void aFigureThatWasAlwaysTheSameIsSaidOnce() {
        report.metric("service.running", SERVICE, 0, 0, List.of(), _ -> 3);

        assertThat(report.section("Charts")).contains("Running tasks of " + SERVICE + ": 3 in every sample.");
    }

    @Test
    void servicesThatHadAlarmsAreDrawnFirst() {
        List.of("one", "two", "three").forEach(name -> report.metric("service.running", name, 0, 0, List.of(), _ -> 3));
        report.metric("service.running", SERVICE, 0, 0, List.of(), minute -> minute % 3);
        report.missing(10, 1);

        assertThat(report.section("Charts")).containsPattern("(?s)Running tasks of " + SERVICE
                + ".*Running tasks of one.*Running tasks of two.*Not drawn: three\\.");
    }

    @Test
    void whatWasJudgedLongAgoIsNotCalledTheState() {
        report.alarm(10, -1, Optional.empty());
        report.made = NOON.plus(Duration.ofDays(2));

        assertThat(report.section("Open now (24 Sep 12:00)"))
                .contains("Tiketi was judged last at 14:00: what has changed since is not known.",
                        "12:10<br>1 h 50 min");
        assertThat(report.section("In short")).contains("That is how it stood at 14:00: nobody has looked since.");
    }

    @Test
    void whatHappenedStandsInOrderWithItsSource() {
        report.alarm(10, 25, Optional.empty())
                .event(9, Kind.DEPLOYMENT, Severity.NOTICE, "event.deployed", SERVICE, "backend:89")
                .event(70, Kind.TASK_STOP, Severity.WARNING, "event.stop.outOfMemory", SERVICE)
                .event(71, Kind.TASK_STOP, Severity.WARNING, "event.stop.outOfMemory", SERVICE);

        assertThat(report.section("What happened, in order").lines().filter(line -> line.startsWith("| 1")
                || line.startsWith("**"))).containsExactly("**Tue 22 Sep, 12:00 to 13:00**",
                        "| 12:09:00 |  | " + SERVICE + " | Deployment of backend:89 began | ECS event |",
                        "| 12:10:00 | **Critical** | tiketi-alb-prod | Alarm: ALB 5xx: 62/min, limit 10/min | Watchdeck |",
                        "| 12:25:00 |  | tiketi-alb-prod | Back to OK: ALB 5xx | Watchdeck |",
                        "**Tue 22 Sep, 13:00 to 14:00**", "| 13:10:00<br>to 13:11:00 | Warning | " + SERVICE
                                + " | A task ran out of memory<br>2 times | ECS task |");
    }

    @Test
    void everydayMessagesAreAddedUpAndOtherSentencesOfEcsStandInFullAtTheEnd() {
        String arn = "arn:aws:elasticloadbalancing:ap-northeast-2:1:targetgroup/tg/b133e762dfa84bc2";
        report.told(5, "(service x) has started 2 tasks: (task a) (task b).")
                .told(5, "(service x) registered 2 targets in (target-group " + arn + ")")
                .told(6, "(service x) has started 1 tasks: (task c).")
                .told(6, "(service x) has reached a steady state.")
                .told(40, "(service x) operations are being throttled on (target-group " + arn + ").");

        assertThat(report.section("What happened, in order"))
                .contains("| 12:05:00<br>to 12:06:00 |", "| 4 routine messages: 3 tasks started, 2 targets registered, "
                        + "steady state | ECS event |", "| Operations are being throttled on (target-group tg). |");
        assertThat(report.section("AWS’s own sentences")).contains("4 routine messages of ECS",
                "- 12:40:00, ECS event: (service x) operations are being throttled on (target-group " + arn + ").")
                .doesNotContain("steady state");
    }

    @Test
    void anAlarmOfCloudWatchThatToldTheSameIsNamedBesideIt() {
        report.alarm(10, 25, Optional.empty());
        report.events.add(new io.watchdeck.timeline.TimelineEvent("c", at(11), report.file.id(),
                report.events.getFirst().component(), Kind.CLOUD_ALARM, Severity.CRITICAL,
                io.watchdeck.timeline.TimelineEvent.Source.CLOUDWATCH,
                Phrase.of("event.cloudAlarm", "tiketi-alb-5xx", "ALARM"), List.of("Threshold Crossed"),
                Optional.empty()));

        assertThat(report.section("What happened, in order")).contains("(CloudWatch too: tiketi-alb-5xx)")
                .doesNotContain("is ALARM");
        assertThat(report.section("AWS’s own sentences")).contains("Threshold Crossed");
    }

    @Test
    void anAlarmHasWhoTookItUpAfterHowLongAndTheWorstAgainstTheLimit() {
        report.alarm(10, 25, Optional.of(word(13, "mine"))).alarm(30, 31, Optional.empty());

        assertThat(report.section("Alarms")).contains("| **Critical** | Tiketi | **ALB 5xx**<br>tiketi-alb-prod | "
                + "98/min, limit 10/min | 12:10:00 | jmin had it after 3 min “mine” | 12:25:00<br>after 15 min |",
                "| nobody acknowledged it | 12:31:00<br>after 1 min |");
    }

    @Test
    void anOperationHasWhatChangedWhyAndItsProof() {
        var entry = Entries.remarked(Entries.begun(Entries.scale(9)), 20, "proof.scale.going", 6, 9, 3);
        report.operations.add(entry.ended(new Verdict(Result.FAILED, Phrase.of("proof.scale.worked", 9, 9), at(1))));

        assertThat(report.section("What was done")).contains("| 12:00:00 | sora | **Scale**<br>" + SERVICE
                + ", Tiketi | 5 → 9<br>“sale opens”", "| failed<br>9 of 9 run. After 1 min.<br>12:00:20 ");
    }

    @Test
    void spotSaysHowSoonItWasReplacedAndOfWhatTimeTheRateIs() {
        report.interruption(20, Optional.of(34), "Your Spot Task was interrupted.")
                .interruption(40, Optional.empty(), "");
        report.watched = List.of(new TimeRange(NOON, at(60)));

        assertThat(report.section("Spot")).contains(
                SERVICE + " (Tiketi): 2 of 10 Spot tasks interrupted, 20%; known of "
                        + "1 h of 2 h, as ECS tells of a stopped task for about an hour.",
                "| 34 s after it stopped | Your Spot Task was interrupted. |",
                "| not yet | not known |");
        assertThat(report.section("In short")).contains("Spot took back 2 tasks of " + SERVICE
                + "; replaced 34 s after it stopped.", "- Nobody watched 13:00 to 14:00 (1 h).");
    }

    @Test
    void theTimeBeforeAConsoleBeganHasOnlyOneEnd() {
        report.watched = List.of(new TimeRange(at(30), at(60)), new TimeRange(at(80), at(120)));
        report.begun = Optional.of(at(30));

        assertThat(report.section("What is not known")).contains("- Nobody is known to have watched before 12:30. "
                + "Nobody watched 13:00 to 13:20 (20 min).").doesNotContain("12:00 to 12:30 (30 min).");
        report.begun = Optional.of(NOON.minusSeconds(3600));
        assertThat(report.section("What is not known")).contains("Nobody watched 12:00 to 12:30 (30 min)");
    }

    @Test
    void aGapIsSaidWithItsReasonAndNeverBridged() {
        report.watched = List.of(new TimeRange(NOON, at(30)), new TimeRange(at(50), at(120)));
        report.metric("lb.requests", "tiketi-alb-prod", 30, 50, List.of(), _ -> 100).metric("db.connections",
                "tiketi-db", 70, 80, List.of(), _ -> 50);

        assertThat(report.section("What is not known")).contains("- Nobody watched 12:30 to 12:50 (20 min).",
                "- ALB requests of tiketi-alb-prod: 12:30 to 12:50 (20 min). Nobody watched, and it was not read "
                        + "later.",
                "- RDS connections of tiketi-db: 13:10 to 13:20 (10 min). Nobody read it: the console did not run, or "
                        + "nobody needed it.");
        assertThat(report.section("Charts")).containsPattern("ALB requests.*`▆{15}·{10}▆{35}`");
    }

    @Test
    void aFigureOverItsLimitIsCounted() {
        report.metric("lb.5xx", "tiketi-alb-prod", 0, 0, List.of(new Limit(10, true, Severity.CRITICAL)),
                minute -> minute >= 10 && minute < 25 ? 98 : 1);

        assertThat(report.section("Charts")).contains("5xx of tiketi-alb-prod: from 1/min (12:00) to 98/min "
                + "(12:10). Above the limit of 10/min in 15 of 120 samples.");
    }

    @Test
    void nothingIsSaidOfATimeThatNobodyWatched() {
        report.watched = List.of();
        report.judged = Optional.empty();

        assertThat(report.section("In short")).contains("- No alarm of a warning or worse is known; nobody watched.",
                "Nobody watched in all of this time");
        assertThat(report.section("Open now (14:00)")).contains("The alarms of Tiketi were never judged.");
        assertThat(report.section("What happened, in order")).contains("Nothing is known to have happened.");
    }

    @Test
    void pinsStandAtTheTop() {
        report.pins.add(new Pin(at(12), Optional.empty(), "jmin", "look here"));

        assertThat(report.markdown()).contains("- 12:12 jmin: look here");
    }

    @Test
    void aTimeOfSeveralDaysHasItsDays() {
        report.range = new TimeRange(NOON, NOON.plus(Duration.ofDays(2)));
        report.made = report.range.to();
        report.alarm(10, 25, Optional.empty());

        assertThat(report.section("In short")).contains("ALB 5xx on tiketi-alb-prod, 22 Sep 12:10 to 12:25 (15 min)");
    }

    @Test
    void inKoreanItSpeaksKorean() {
        report.alarm(10, -1, Optional.of(word(13, "확인 중")));
        String text = ReportFacts.written(report.document(Locale.KOREAN), ReportFormat.MARKDOWN);

        assertThat(text).contains("# 인수인계: Tiketi", "## 요약", "3분 뒤 jmin 님이 맡음 “확인 중”", "## 알 수 없는 것")
                .doesNotContain("report.").doesNotContain("Nobody");
    }
}
