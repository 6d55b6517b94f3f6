package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import java.util.Set;

/// What is known of a stack while it is being changed: whoever follows the change reads what comes of it anyway, and what
/// he read is shown, so that no figure is older than the verdict beside it. Every method returns at once; a stack that is not
/// watched, or of which nothing may be read, is left as it is.
public interface ChangeDesk {

    /// The same ports, of which what they tell of services, tasks, ranges, queues and Batch queues of the stack's account is
    /// shown, and judged by rules, as soon as it was told: at no call more. A failure is not: it tells nothing newer.
    Cloud shown(StackId stack, Cloud cloud);

    /// What was changed is read by a reading that begins after this call, of the stack's account alone; with services also
    /// what only the details of a service tell, where somebody looks at one of this stack. What nobody has changed, such as
    /// metrics, which have a price, keeps its rhythm.
    void again(StackId stack, Set<Subject> changed);
}
