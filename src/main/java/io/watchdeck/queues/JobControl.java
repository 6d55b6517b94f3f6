package io.watchdeck.queues;

import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import java.time.Instant;
import java.util.List;

/// Submits Batch jobs again: each [#resubmit] sends one `SubmitJob`, once.
public interface JobControl {

    /// `batch:SubmitJob` with the name, the job definition, the parameters and the overrides of a job that failed, as
    /// `batch:DescribeJobs` tells them. Taken, it names the new job. Refused when Batch no longer knows the job.
    ///
    /// @param queue name of the job queue
    /// @param job   id of the failed job
    Sent resubmit(String queue, String job);

    /// What [#resubmit] would send of each job, in the order asked. A job that Batch no longer knows is left out.
    ///
    /// @param jobs ids
    Reading<List<JobOrder>> orders(String queue, List<String> jobs);

    /// The jobs in a queue that bear the name of a failed job and were submitted at or after a moment, that job left out:
    /// among them is what came of a [#resubmit] whose answer was lost. In order of time.
    Reading<List<Submitted>> submitted(String queue, String job, Instant since);

    /// @param id of the job
    /// @param at when it was submitted, by Batch's clock
    record Submitted(String id, Instant at) {}
}
