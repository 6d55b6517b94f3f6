package io.watchdeck.queues;

import io.watchdeck.model.Sent;

/// Submits Batch jobs again. Each call sends one `SubmitJob`, once.
public interface JobControl {

    /// `batch:SubmitJob` with the name, the job definition, the parameters and the overrides of a job that failed, as
    /// `batch:DescribeJobs` tells them. Taken, it names the new job. Refused when Batch no longer knows the job.
    ///
    /// @param queue name of the job queue
    /// @param job   id of the failed job
    Sent resubmit(String queue, String job);
}
