package io.watchdeck.sandbox.world;

import io.watchdeck.delivery.PipelineState;
import io.watchdeck.delivery.PipelineState.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A pipeline: source, build, in production the word of a person, and deploy.
public final class SimulatedPipeline {

    public static final String SOURCE = "Source";
    public static final String BUILD = "Build";
    public static final String APPROVAL = "Approval";
    public static final String DEPLOY = "Deploy";

    private final String name;
    private final List<Stage> stages = new ArrayList<>();

    SimulatedPipeline(String name, boolean approval, long lastRun) {
        this.name = name;
        add(SOURCE, "source", lastRun);
        add(BUILD, name + "-build", lastRun + 210);
        if (approval) {
            add(APPROVAL, "approve-production", lastRun + 900);
        }
        add(DEPLOY, "deploy-to-ecs", lastRun + 1200);
    }

    private void add(String stage, String action, long at) {
        stages.add(new Stage(stage, "Succeeded", action, "", Optional.of(Instant.ofEpochSecond(at)), false));
    }

    public String name() {
        return name;
    }

    public void begin(String stage, long now) {
        mark(stage, "InProgress", "", now);
    }

    public void succeed(String stage, long now) {
        mark(stage, "Succeeded", "", now);
    }

    public void fail(String stage, String summary, long now) {
        mark(stage, "Failed", summary, now);
    }

    /// Puts a stage into any status that AWS may report.
    public void mark(String stage, String status, String summary, long now) {
        change(stage, old -> new Stage(stage, status, old.action(), summary,
                Optional.of(Instant.ofEpochSecond(now)), stage.equals(APPROVAL) && status.equals("InProgress")));
    }

    /// The stage has never run.
    public void forget(String stage) {
        change(stage, old -> new Stage(stage, "", old.action(), "", Optional.empty(), false));
    }

    /// Names the action that decides a stage.
    public void nameAction(String stage, String action) {
        change(stage, old -> new Stage(stage, old.status(), action, old.summary(), old.since(),
                old.waitsForApproval()));
    }

    public boolean waitsForApproval() {
        return stages.stream().anyMatch(Stage::waitsForApproval);
    }

    private void change(String stage, UnaryOperator<Stage> how) {
        stages.replaceAll(old -> old.name().equals(stage) ? how.apply(old) : old);
    }

    public PipelineState view() {
        return new PipelineState(name, stages);
    }
}
