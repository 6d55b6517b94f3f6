package io.watchdeck.architecture.planted.nothreads.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import javafx.concurrent.Task;

@Wrong
public record OwnTask(Task<String> task) {}
