#!/usr/bin/env python3
"""Print as JSON what the emulator holds of some stacks, read with boto3, for comparison with the console.

Usage:
    python3 read.py --endpoint-url http://127.0.0.1:5555 glimpse bowwow
    python3 read.py --endpoint-url … --account-id 222222222222 codemate-dev
    python3 read.py --endpoint-url … --from 2026-09-22T02:00:00Z --to 2026-09-22T04:00:00Z \\
        --metrics '[{"namespace": "AWS/ECS", "name": "CPUUtilization", "statistic": "Average", "period": 60}]' glimpse

One object for each stack:

    {"glimpse": {"region", "cluster", "services": {NAME: {…}}, "tasks": [{…}],
                 "queues": {NAME: {…}}, "deadLetters": {NAME: NAME of its dead-letter queue},
                 "databases": {ID: {…}}, "targets": {TARGET GROUP: [{…}]},
                 "scaling": {SERVICE: {…}}, "batch": {QUEUE: {…}}, "pipes": {NAME: {…}},
                 "logs": {GROUP: [[millisecond, stream, message], …]}, "alarms": {NAME: {…}}, "metrics": [{"namespace", "name", "statistic", "period", "dimensions",
                 "samples": [[epoch second, value], …]}]}}

Alarms and metrics are those of the whole account and Region. Every dimension set of each metric asked is
read, one metric a call.
"""
import argparse
import datetime as dt
import json

from emulator import Emulator
from stacks import DEFAULT_ACCOUNT, STACKS


def pages(call, token="NextToken", **arguments):
    while True:
        page = call(**arguments)
        yield page
        if not page.get(token):
            return
        arguments[token] = page[token]


def services(ecs, spec):
    cluster = spec["cluster"]
    found = {}
    for s in spec["services"]:                              # one a call: the plainest way there is
        one = ecs.describe_services(cluster=cluster, services=[s["name"]])["services"][0]
        found[one["serviceName"]] = {
            "arn": one["serviceArn"], "status": one["status"], "desired": one["desiredCount"],
            "running": one["runningCount"], "pending": one["pendingCount"],
            "taskDefinition": one["taskDefinition"], "launchType": one.get("launchType", ""),
            "strategy": [[i["capacityProvider"], i.get("weight", 0), i.get("base", 0)]
                         for i in one.get("capacityProviderStrategy", [])],
            "deployments": [{"id": d["id"], "status": d["status"], "desired": d["desiredCount"],
                             "running": d["runningCount"], "rolloutState": d.get("rolloutState", "")}
                            for d in one["deployments"]]}
    return found


def tasks(ecs, cluster):
    arns = []
    for status in ("RUNNING", "STOPPED"):
        for page in pages(ecs.list_tasks, "nextToken", cluster=cluster, desiredStatus=status):
            arns += [a for a in page["taskArns"] if a not in arns]
    found = [ecs.describe_tasks(cluster=cluster, tasks=[a])["tasks"][0] for a in arns]
    return [{"arn": t["taskArn"], "group": t.get("group", ""), "lastStatus": t["lastStatus"],
             "desiredStatus": t["desiredStatus"], "stoppedReason": t.get("stoppedReason", ""),
             "provider": t.get("capacityProviderName", ""), "taskDefinition": t["taskDefinitionArn"]} for t in found]


def queues(sqs, spec):
    names = [spec["queue"]["name"], spec["queue"]["dlq"]] if "queue" in spec else []
    found, dead = {}, {}
    for name in names:
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        a = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        found[name] = {"arn": a["QueueArn"], "visible": int(a["ApproximateNumberOfMessages"]),
                       "inFlight": int(a["ApproximateNumberOfMessagesNotVisible"]),
                       "delayed": int(a["ApproximateNumberOfMessagesDelayed"]),
                       "retention": int(a["MessageRetentionPeriod"]), "visibility": int(a["VisibilityTimeout"])}
        if "RedrivePolicy" in a:
            policy = json.loads(a["RedrivePolicy"])
            found[name]["maxReceiveCount"] = int(policy["maxReceiveCount"])
            dead[name] = policy["deadLetterTargetArn"].rsplit(":", 1)[1]
    return found, dead


def max_connections(call, **group):
    for page in pages(call, "Marker", **group):
        for p in page["Parameters"]:
            if p["ParameterName"] == "max_connections":
                return p.get("ParameterValue")
    return None


def databases(rds, spec):
    found = {}
    if "rds" in spec:
        d = rds.describe_db_instances(DBInstanceIdentifier=spec["rds"]["id"])["DBInstances"][0]
        found[d["DBInstanceIdentifier"]] = {
            "engine": d["Engine"], "version": d["EngineVersion"], "class": d["DBInstanceClass"],
            "status": d["DBInstanceStatus"], "multiAz": d["MultiAZ"], "storage": d["AllocatedStorage"] * 2**30,
            "maxConnections": max_connections(rds.describe_db_parameters, DBParameterGroupName=d[
                "DBParameterGroups"][0]["DBParameterGroupName"])}
    if "aurora" in spec:
        c = rds.describe_db_clusters(DBClusterIdentifier=spec["aurora"]["id"])["DBClusters"][0]
        found[c["DBClusterIdentifier"]] = {
            "engine": c["Engine"], "version": c["EngineVersion"], "class": "db.serverless",
            "status": c["Status"], "multiAz": c["MultiAZ"],
            "maxAcu": c["ServerlessV2ScalingConfiguration"]["MaxCapacity"],
            "maxConnections": max_connections(rds.describe_db_cluster_parameters,
                                              DBClusterParameterGroupName=c["DBClusterParameterGroup"])}
    return found


def targets(elb, spec):
    found = {}
    for s in spec["services"]:
        if s["target_group"]:
            group = elb.describe_target_groups(Names=[s["target_group"]])["TargetGroups"][0]
            health = elb.describe_target_health(TargetGroupArn=group["TargetGroupArn"])["TargetHealthDescriptions"]
            found[s["target_group"]] = [
                {"id": h["Target"]["Id"], "port": h["Target"].get("Port"), "state": h["TargetHealth"]["State"],
                 "reason": h["TargetHealth"].get("Reason", ""),
                 "description": h["TargetHealth"].get("Description", "")} for h in health]
    return found


def scaling(aas, spec):
    words = {"ECSServiceAverageCPUUtilization": "CPU {:g} %", "ECSServiceAverageMemoryUtilization": "memory {:g} %",
             "ALBRequestCountPerTarget": "ALB requests {:g} per target"}
    found = {}
    for s in spec["services"]:
        where = dict(ServiceNamespace="ecs", ScalableDimension="ecs:service:DesiredCount")
        resource = f"service/{spec['cluster']}/{s['name']}"
        for t in aas.describe_scalable_targets(ResourceIds=[resource], **where)["ScalableTargets"]:
            configured = [p["TargetTrackingScalingPolicyConfiguration"]
                          for page in pages(aas.describe_scaling_policies, ResourceId=resource, **where)
                          for p in page["ScalingPolicies"]]
            found[s["name"]] = {"min": t["MinCapacity"], "max": t["MaxCapacity"], "policies": [
                words[c["PredefinedMetricSpecification"]["PredefinedMetricType"]].format(c["TargetValue"])
                for c in configured]}
    return found


def batch(client, spec):
    found = {}
    for name in [spec["batch"]["queue"]] if "batch" in spec else []:
        queue = client.describe_job_queues(jobQueues=[name])["jobQueues"][0]
        jobs = {status: [j for page in pages(client.list_jobs, "nextToken", jobQueue=name, jobStatus=status)
                         for j in page["jobSummaryList"]]
                for status in ("SUBMITTED", "PENDING", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED", "FAILED")}
        found[name] = {"state": queue["state"], "status": queue["status"], "reason": queue.get("statusReason", ""),
                       "jobs": {status: len(some) for status, some in jobs.items() if some},
                       "failed": {j["jobId"]: {"name": j["jobName"], "reason": j.get("statusReason", ""),
                                               "stoppedAt": j["stoppedAt"]} for j in jobs["FAILED"]}}
    return found


def pipes(client, spec):
    found = {}
    for name in [spec["pipe"]] if "pipe" in spec else []:
        p = client.describe_pipe(Name=name)
        found[name] = {"state": p["CurrentState"], "reason": p.get("StateReason", ""), "source": p["Source"],
                       "target": p["Target"]}
    return found


def logs(client, spec):
    groups = [s["log_group"] for s in spec["services"] if s["log_group"]] + spec.get("extra_logs", [])
    return {group: sorted([e["timestamp"], e["logStreamName"], e["message"]]
                          for page in pages(client.filter_log_events, "nextToken", logGroupName=group)
                          for e in page["events"])
            for group in groups}


def alarms(cw):
    return {a["AlarmName"]: {
        "arn": a["AlarmArn"], "state": a["StateValue"], "reason": a.get("StateReason", ""),
        "threshold": a.get("Threshold"), "comparison": a.get("ComparisonOperator", ""),
        "namespace": a.get("Namespace", ""), "metric": a.get("MetricName", ""),
        "dimensions": {d["Name"]: d["Value"] for d in a.get("Dimensions", [])},
        "actions": a.get("AlarmActions", [])}
        for page in pages(cw.describe_alarms) for a in page["MetricAlarms"]}


def metrics(cw, wanted, start, end):
    found = []
    for m in wanted:
        sets = set()                                        # moto lists a metric once for each of its points
        for page in pages(cw.list_metrics, Namespace=m["namespace"], MetricName=m["name"]):
            sets |= {tuple(sorted((d["Name"], d["Value"]) for d in x["Dimensions"])) for x in page["Metrics"]}
        for dimensions in sorted(sets):
            answer = cw.get_metric_data(
                StartTime=start, EndTime=end, ScanBy="TimestampAscending",
                MetricDataQueries=[{"Id": "m", "MetricStat": {
                    "Metric": {"Namespace": m["namespace"], "MetricName": m["name"],
                               "Dimensions": [{"Name": k, "Value": v} for k, v in dimensions]},
                    "Period": m["period"], "Stat": m["statistic"]}}])
            result = answer["MetricDataResults"][0]
            found.append({**m, "dimensions": dict(dimensions),
                          "samples": [[int(t.timestamp()), v]
                                      for t, v in zip(result["Timestamps"], result["Values"])]})
    return found


def instant(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("stacks", nargs="+", choices=[*STACKS], metavar="stack")
    p.add_argument("--endpoint-url", required=True)
    p.add_argument("--account-id", default=DEFAULT_ACCOUNT)
    p.add_argument("--metrics", default="[]", help="JSON list of namespace, name, statistic, period")
    p.add_argument("--from", dest="start", type=instant)
    p.add_argument("--to", dest="end", type=instant)
    options = p.parse_args()
    emulator = Emulator(options.endpoint_url, options.account_id)
    emulator.check()
    emulator.use_account()
    report = {}
    for name in options.stacks:
        spec = STACKS[name]
        region = spec["region"]
        ecs, cw = emulator.client("ecs", region), emulator.client("cloudwatch", region)
        found, dead = queues(emulator.client("sqs", region), spec)
        report[name] = {
            "region": region, "cluster": spec["cluster"], "services": services(ecs, spec),
            "tasks": tasks(ecs, spec["cluster"]), "queues": found, "deadLetters": dead,
            "databases": databases(emulator.client("rds", region), spec),
            "targets": targets(emulator.client("elbv2", region), spec), "alarms": alarms(cw),
            "scaling": scaling(emulator.client("application-autoscaling", region), spec),
            "batch": batch(emulator.client("batch", region), spec),
            "pipes": pipes(emulator.client("pipes", region), spec), "logs": logs(emulator.client("logs", region), spec),
            "metrics": metrics(cw, json.loads(options.metrics), options.start, options.end)}
    print(json.dumps(report))


if __name__ == "__main__":
    main()
