package io.watchdeck.sandbox.compute;

import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.sandbox.clockwork.Dice;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The events of a service in ECS's own words: the newest 100.
public final class EventLog {

    private static final int KEPT = 100;

    private final String prefix;
    private final Dice dice;
    private final int offset;
    private final Deque<ServiceEvent> events = new ArrayDeque<>();

    EventLog(String service, Dice dice) {
        prefix = "(service " + service + ") ";
        this.dice = dice;
        offset = dice.between(0, 9_900);
    }

    void steady(long now) {
        add(now, "has reached a steady state.");
    }

    void started(List<String> ids, long now) {
        add(now, "has started " + ids.size() + " tasks: " + tasks(ids) + ".");
    }

    void stopped(List<String> ids, long now) {
        add(now, "has stopped " + ids.size() + " running tasks: " + tasks(ids) + ".");
    }

    void draining(int count, long now) {
        add(now, "has begun draining connections on " + count + " tasks.");
    }

    void registered(String targetGroupArn, long now) {
        add(now, "registered 1 targets in (target-group " + targetGroupArn + ")");
    }

    void deregistered(int count, String targetGroupArn, long now) {
        add(now, "deregistered " + count + " targets in (target-group " + targetGroupArn + ")");
    }

    void unhealthyTarget(int port, String targetGroupArn, long now) {
        add(now, "(port " + port + ") is unhealthy in (target-group " + targetGroupArn
                + ") due to (reason Health checks failed with these codes: [503]).");
    }

    void unhealthyContainer(String task, long now) {
        add(now, "(task " + task + ") failed container health checks.");
    }

    void noCapacity(long now) {
        add(now, "was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or "
                + "in a different availability zone. For more information, see the Troubleshooting section of the "
                + "Amazon ECS Developer Guide.");
    }

    void cannotStart(long now) {
        add(now, "is unable to consistently start tasks successfully. For more information, see the Troubleshooting "
                + "section of the Amazon ECS Developer Guide.");
    }

    void completed(String deployment, long now) {
        add(now, "(deployment " + deployment + ") deployment completed.");
    }

    void failed(String deployment, String why, long now) {
        add(now, "(deployment " + deployment + ") deployment failed: " + why + ".");
    }

    void rollingBack(String deployment, long now) {
        add(now, "rolling back to deployment " + deployment + ".");
    }

    private static String tasks(List<String> ids) {
        return String.join(" ", ids.stream().map(id -> "(task " + id + ")").toList());
    }

    private void add(long now, String message) {
        events.addFirst(new ServiceEvent(dice.uuid(), Instant.ofEpochMilli(now * 1000 - offset), prefix + message));
        if (events.size() > KEPT) {
            events.removeLast();
        }
    }

    List<ServiceEvent> newestFirst() {
        return List.copyOf(events);
    }
}
