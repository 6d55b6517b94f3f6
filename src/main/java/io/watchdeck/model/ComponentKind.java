package io.watchdeck.model;

/// What a component of a stack is. Order is the order in which screens list components.
public enum ComponentKind {
    SERVICE, LOAD_BALANCER, TARGET_GROUP, DATABASE, CACHE, QUEUE, BATCH_QUEUE, PIPE, PIPELINE, STACK
}
