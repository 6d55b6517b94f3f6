package io.watchdeck.architecture.planted.nothreads.aws;

import io.watchdeck.architecture.planted.Wrong;
import java.util.Timer;

@Wrong
public record OwnTimer(Timer timer) {}
