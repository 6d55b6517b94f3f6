package io.watchdeck.ui.kit;

/// What a task's square in [TaskBlocks] says of it. [#RUNNING]: whether on demand or Spot is not known.
public enum TaskBlock {
    ON_DEMAND, SPOT, RUNNING, PENDING, MISSING
}
