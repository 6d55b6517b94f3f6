package io.watchdeck.architecture.planted.nothreads.refresh;

import io.watchdeck.architecture.planted.Right;
import java.util.concurrent.ExecutorService;

@Right
public record Poller(ExecutorService executor) {}
