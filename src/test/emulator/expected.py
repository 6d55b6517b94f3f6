#!/usr/bin/env python3
"""Print what `status --json` must say of the emulator's world, from what boto3 reads there and from the stack files.

Usage:
    watchdeck status --json --endpoint-url http://127.0.0.1:5555 > shown.json
    python3 expected.py --endpoint-url http://127.0.0.1:5555 --stacks src/main/resources/io/watchdeck/stack/shipped \\
        --shown shown.json

Of the printed object only instants are used: when it was composed, and the minute in which each block was read. Nothing
else of it and nothing of the console is. Two words stand for what cannot be known here:

    @run    an instant of the run that printed the object
    @any    what the emulator cannot serve, or the console's own words
"""
import argparse
import fnmatch
import json
import math
import pathlib
import re

import yaml
from botocore.exceptions import ClientError
from botocore.parsers import ResponseParserError

from emulator import Emulator
from figures import HOW, METRICS, Site, iso
from read import instant, max_connections, pages, tasks
from rules import judge, rules, threshold
from stacks import DEFAULT_ACCOUNT

RUN, HOUR_BEFORE_RUN, ANY = "@run", "@hourBeforeRun", "@any"
SEVERITIES = ["fine", "notice", "unknown", "warning", "critical"]
GIB = 2**30
# Memory of the classes that the stacks have, and what AWS documents for Aurora from 0.5 ACU on.
MEMORY = {"db.t4g.micro": GIB, "db.t4g.small": 2 * GIB, "db.t3.medium": 4 * GIB, "db.r6g.large": 16 * GIB}
SERVERLESS_FROM_HALF_AN_ACU = 2000


def by(items, key, name):
    return next((i for i in items if i[key] == name), {})


def topic(metric, direction):
    """What is wrong: the counters of 5xx, and missing tasks, count as one."""
    if metric in ("service.running", "service.missing", "service.runningPercent"):
        return "tasks"
    return ("5xx " if metric in ("lb.5xx", "lb.target5xx", "lb.elb5xx") else metric + " ") + direction


def together(alarms):
    """What is in alarm for one trouble is so since the first of it was."""
    loud = [a for a in alarms if a["state"] == "ALARM"]
    for a in loud:
        known = [instant(b["stateSince"]) for b in loud if (b["on"], b["topic"]) == (a["on"], a["topic"])
                 and b["stateSince"]]
        a["since"] = iso(min(known).timestamp()) if known else RUN
    for a in alarms:
        del a["topic"]


class Stack:
    def __init__(self, site, name, file, shown, as_of):
        self.site, self.name, self.file, self.shown, self.as_of = site, name, file, shown, as_of
        self.now, self.cluster = int(as_of.timestamp()), file["cluster"]
        self.failures, self.polled, self.limits = [], {}, {}
        self.cluster_databases = {d["id"] for d in self.list("databases")
                                  if d.get("kind", "cluster" if d["engine"].startswith("aurora") else "") == "cluster"}

    def list(self, key):
        return self.file.get(key, [])

    # -- metrics

    def series(self, metric, component):
        if metric == "lb.5xx":
            target, elb = self.series("lb.target5xx", component), self.series("lb.elb5xx", component)
            return {at: target.get(at, 0) + elb.get(at, 0) for at in target | elb}
        if metric in ("lb.target5xx", "lb.elb5xx"):    # silence is 0 in minutes with requests
            return {at: 0 for at in self.series("lb.requests", component)} | self.plain(metric, component)
        if metric == "cache.hitRate":
            hits, misses = self.series("cache.hits", component), self.series("cache.misses", component)
            return {at: 100 * hits[at] / (hits[at] + misses[at]) for at in hits if at in misses
                    and hits[at] + misses[at]}
        return self.plain(metric, component)

    def plain(self, metric, component):
        names = METRICS[metric][4]
        if names == ("DB",):
            names = ("DBClusterIdentifier" if component in self.cluster_databases else "DBInstanceIdentifier",)
        pattern = {"ClusterName": re.escape(self.cluster), "LoadBalancer": f"app/{re.escape(component)}/.+",
                   "TargetGroup": f"targetgroup/{re.escape(component)}/.+",
                   "CacheClusterId": re.escape(component) + r"(-\d{4})?(-\d{3})?"}
        if "TargetGroup" in names:
            pattern["LoadBalancer"] = ".+"
        return self.site.series(metric, lambda dimensions: set(dimensions) == set(names) and all(
            re.fullmatch(pattern.get(n, re.escape(component)), dimensions[n]) for n in names))

    def newest(self, metric, component, path=None):
        """End and value of the newest period, unless there has been none for ten; a figure without one says why."""
        period, series = METRICS.get(metric, (0, 0, 0, 60))[3], self.series(metric, component)
        if series and max(series) + 10 * period >= self.now:
            return max(series) + period, series[max(series)]
        if path:
            self.missing(path, "absent")
        return None, None

    def value(self, metric, component, path):
        return self.newest(metric, component, path)[1]

    def five_minutes(self, metric, component, path):
        end, value = self.newest(metric, component, path)
        return value if end is None else sum(v for at, v in self.series(metric, component).items()
                                             if end - 300 <= at < end)

    def since(self, *metrics):
        ends = [end for end in (self.newest(m, c)[0] for m, c in metrics) if end is not None]
        return iso(max(ends)) if ends else None

    def missing(self, path, kind, action=None):
        self.failures.append({"path": path, "kind": kind, "action": action, "message": ANY, "lastValue": None,
                              "lastAsOf": None})

    def count(self, metric, component, block, value):
        """What the console counts itself is a value of the minute in which it was read."""
        if value is not None and block.get("asOf"):
            self.polled[metric, component] = {int(instant(block["asOf"]).timestamp()) // 60 * 60: value}

    # -- blocks

    def services(self):
        ecs, scaling = self.site.client("ecs"), self.site.client("application-autoscaling")
        shown = tasks(ecs, self.cluster)
        all_tasks = [t for t in shown if t["lastStatus"] == t["desiredStatus"] == "RUNNING"]
        interrupted = [t for t in shown if t["stoppedReason"] == "Your Spot Task was interrupted."]
        for s in self.list("services"):
            name, path = s["name"], f"services[{s['name']}]"
            one = ecs.describe_services(cluster=self.cluster, services=[name])["services"][0]
            targets = scaling.describe_scalable_targets(
                ServiceNamespace="ecs", ScalableDimension="ecs:service:DesiredCount",
                ResourceIds=[f"service/{self.cluster}/{name}"])["ScalableTargets"] or [{}]
            mine = [t for t in all_tasks if t["group"] == f"service:{name}"]
            spot = len([t for t in mine if t["provider"] == "FARGATE_SPOT"])
            desired, running = one["desiredCount"], one["runningCount"]
            block = by(self.shown["services"], "name", name)
            self.count("service.running", name, block, running)
            self.count("service.missing", name, block, max(0, desired - running))
            self.count("service.runningPercent", name, block, 100 * running / desired if desired else 100)
            self.count("service.failedDeployments", name, block,
                       len([d for d in one["deployments"] if d.get("rolloutState") == "FAILED"]))
            self.limits["service", name] = {"desired": desired}
            yield {"asOf": RUN, "name": name, "desired": desired, "running": running, "pending": one["pendingCount"],
                   "min": targets[0].get("MinCapacity"), "max": targets[0].get("MaxCapacity"), "spotRunning": spot,
                   "onDemandRunning": len(mine) - spot,
                   "rollout": by(one["deployments"], "status", "PRIMARY").get("rolloutState"),
                   "cpuPercent": self.value("service.cpu", name, path + ".cpuPercent"),
                   "memoryPercent": self.value("service.memory", name, path + ".memoryPercent"),
                   "interruptions": {"count": len([t for t in interrupted if t["group"] == f"service:{name}"]),
                                     "from": HOUR_BEFORE_RUN, "to": RUN, "gaps": []}}

    def load_balancers(self):
        for b in self.list("loadBalancers"):
            name, path = b["name"], f"loadBalancers[{b['name']}]"
            assert not self.site.client("cloudwatch").list_metrics(MetricName="TargetResponseTime")["Metrics"]
            self.missing(path + ".p95Ms", "absent")            # moto cannot serve percentiles, so there are none
            yield {"asOf": self.since(("lb.requests", name), ("lb.5xx", name)), "name": name,
                   "requests5m": self.five_minutes("lb.requests", name, path + ".requests5m"),
                   "http5xx5m": self.five_minutes("lb.5xx", name, path + ".http5xx5m"), "p95Ms": ANY,
                   "targets": [{"asOf": self.since(("tg.healthy", g)), "group": g,
                                "healthy": self.value("tg.healthy", g, f"{path}.targets[{g}].healthy"),
                                "unhealthy": self.value("tg.unhealthy", g, f"{path}.targets[{g}].unhealthy")}
                               for g in b.get("targetGroups", [])]}

    def databases(self):
        rds = self.site.client("rds")
        for d in self.list("databases"):
            name, path, cluster = d["id"], f"databases[{d['id']}]", d["id"] in self.cluster_databases
            if cluster:
                one = rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]
                parameter = max_connections(rds.describe_db_cluster_parameters,
                                            DBClusterParameterGroupName=one["DBClusterParameterGroup"])
                acus = one["ServerlessV2ScalingConfiguration"]
                assert acus["MinCapacity"] == 0.5
                memory, storage, most = None, None, acus["MaxCapacity"]
            else:
                one = rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
                parameter = max_connections(rds.describe_db_parameters,
                                            DBParameterGroupName=one["DBParameterGroups"][0]["DBParameterGroupName"])
                memory, storage, most = MEMORY[one["DBInstanceClass"]], one["AllocatedStorage"] * GIB, None
            if parameter and parameter.isdigit():
                reported, source = int(parameter), "parameterGroup"
            else:
                assert parameter == "LEAST({DBInstanceClassMemory/9531392},5000)", parameter
                reported, source = SERVERLESS_FROM_HALF_AN_ACU if cluster else min(memory // 9531392, 5000), "estimate"
            limit = d.get("maxConnections", reported)
            self.limits["db", name] = {"maxConnections": limit, "storage": storage, "maxAcu": most}
            size = "acu" if cluster else "freeStorageBytes"
            figure = self.value("db.acu" if cluster else "db.freeStorage", name, f"{path}.{size}")
            yield {"asOf": self.since(("db.connections", name)), "id": name,
                   "connections": self.value("db.connections", name, path + ".connections"), "maxConnections": limit,
                   "maxConnectionsSource": "stackFile" if "maxConnections" in d else source,
                   "maxConnectionsDisagrees": reported if reported != limit else None,
                   "cpuPercent": self.value("db.cpu", name, path + ".cpuPercent"), "freeStorageBytes": None,
                   "acu": None, "maxAcu": most} | {size: figure}

    def caches(self):
        for c in self.list("caches"):
            name, path = c["id"], f"caches[{c['id']}]"
            yield {"asOf": self.since(("cache.hitRate", name)), "id": name,
                   "hitRatePercent": self.value("cache.hitRate", name, path + ".hitRatePercent"),
                   "evictions5m": self.five_minutes("cache.evictions", name, path + ".evictions5m")}

    def attributes(self, name):
        sqs = self.site.client("sqs")
        return sqs.get_queue_attributes(QueueUrl=sqs.get_queue_url(QueueName=name)["QueueUrl"],
                                        AttributeNames=["All"])["Attributes"]

    def queues(self):
        for q in self.list("queues"):
            name, a = q["name"], self.attributes(q["name"])
            dead = json.loads(a["RedrivePolicy"])["deadLetterTargetArn"].rsplit(":", 1)[1]
            d = self.attributes(dead)
            there, retention = int(d["ApproximateNumberOfMessages"]), int(d["MessageRetentionPeriod"])
            age = self.value("queue.oldestAge", dead, f"queues[{name}].dlq.oldestAgeSeconds")
            left = retention - age if there and age is not None else None
            block = by(self.shown["queues"], "name", name)
            self.count("queue.visible", name, block, int(a["ApproximateNumberOfMessages"]))
            self.count("queue.deadLetters", name, block.get("dlq") or {}, there)
            self.count("queue.deadLetterHoursLeft", name, block.get("dlq") or {},
                       None if left is None else left // 60 / 60)
            yield {"asOf": RUN, "name": name, "visible": int(a["ApproximateNumberOfMessages"]),
                   "inFlight": int(a["ApproximateNumberOfMessagesNotVisible"]),
                   "dlq": {"asOf": RUN, "name": dead, "visible": there, "oldestAgeSeconds": age,
                           "expiresInSeconds": left, "expiryIsUpperBound": d.get("FifoQueue") != "true"},
                   "pipe": self.pipe(q["pipe"]) if "pipe" in q else None}

    def pipe(self, name):
        one = self.site.client("pipes").describe_pipe(Name=name)
        return {"asOf": RUN, "name": name, "state": one["CurrentState"], "reason": one.get("StateReason", "")}

    def pipes(self):
        names = self.list("pipes") + [q["pipe"] for q in self.list("queues") if "pipe" in q]
        return [self.pipe(name) for name in dict.fromkeys(names)]

    def batch(self):
        client, day_ago = self.site.client("batch"), (self.as_of.timestamp() - 86400) * 1000
        for name in self.list("batchQueues"):
            jobs = {status: [j for page in pages(client.list_jobs, "nextToken", jobQueue=name, jobStatus=status)
                             for j in page["jobSummaryList"]] for status in ("RUNNING", "RUNNABLE", "FAILED")}
            failed = len([j for j in jobs["FAILED"] if j["stoppedAt"] >= day_ago])
            self.count("batch.failed24h", name, by(self.shown["batch"], "queue", name), failed)
            yield {"asOf": RUN, "queue": name, "running": len(jobs["RUNNING"]), "runnable": len(jobs["RUNNABLE"]),
                   "failed24h": failed}

    def pipelines(self):
        """What is answered to GetPipelineState is no answer of AWS: the emulator does not know the call."""
        for name in self.list("pipelines"):
            try:
                self.site.client("codepipeline").get_pipeline_state(name=name)
            except (ClientError, ResponseParserError):
                self.missing(f"pipelines[{name}]", "unreachable", "codepipeline:GetPipelineState")
            yield {"asOf": ANY, "name": name, "state": ANY, "stage": ANY, "since": ANY}

    def cost(self):
        """Of the plan all, of the bill nothing: `status` does not ask Cost Explorer."""
        plan = self.file.get("plan", {})
        lines = plan.get("lines", [])

        def ends(amount):
            return (amount["from"], amount["to"]) if isinstance(amount, dict) else (amount, amount)

        def shown(low, high):
            return low if math.isclose(low, high) else {"from": low, "to": high}

        total = shown(*ends(plan["total"])) if "total" in plan else None
        services = [line.get("service") for line in lines]
        summed = shown(*map(sum, zip(*(ends(line["amount"]) for line in lines)))) if lines else None
        others = [ends(line["amount"]) for line in lines if "service" not in line and not line.get("reserve")]
        whole = plan.get("total", summed)
        at_aws = whole and shown(*(end - sum(other[at] for other in others) for at, end in enumerate(ends(whole))))
        self.limits["stack", self.file["stack"]] = {"plan": at_aws and ends(at_aws)[1]}
        self.missing("cost", "notKept")
        return {"asOf": ANY, "monthToDate": ANY, "forecast": ANY, "plan": total, "planLinesTotal": summed,
                "planAtAws": at_aws, "againstPlan": ANY, "billCurrency": ANY,
                "currency": plan.get("currency", "USD") if plan else None,
                "lines": [{"name": line["name"], "plan": shown(*ends(line["amount"])), "actual": ANY,
                           "service": line.get("service"),
                           "shared": bool(line.get("service")) and services.count(line.get("service")) > 1}
                          for line in lines], "services": ANY}

    # -- alarms

    def components(self, kind):
        if kind == "tg":
            return [g for b in self.list("loadBalancers") for g in b.get("targetGroups", [])]
        if kind in ("stack", "cost"):
            return [self.file["stack"]]
        if kind in ("batch", "pipeline"):
            return self.list({"batch": "batchQueues", "pipeline": "pipelines"}[kind])
        key = {"service": "services", "lb": "loadBalancers", "db": "databases", "cache": "caches", "queue": "queues"}
        return [c.get("name", c.get("id")) for c in self.list(key[kind])]

    def conditions(self):
        for rule in rules(self.file):
            kind = rule.metric.split(".")[0]
            for on in self.components(kind):
                scope = {"db.freeStorage": False, "db.acu": True}.get(rule.metric)
                if rule.on not in (None, on) or scope is not None and (on in self.cluster_databases) != scope:
                    continue
                rule.limit = threshold(rule, self.limits.get(("stack" if kind == "cost" else kind, on), {}))
                state, value, since = "UNKNOWN", None, None
                if rule.limit is not None:
                    state, value, since = self.judged(rule, kind, on)
                yield {"name": rule.name, "source": "rule", "on": on, "severity": rule.severity, "state": state,
                       "value": value, "threshold": rule.limit, "since": since and iso(since),
                       "stateSince": since and iso(since), "says": ANY, "topic": topic(rule.metric, rule.direction),
                       "acknowledgedBy": None, "snoozed": False, "until": None, "unknownSince": None}

    def judged(self, rule, kind, on):
        if rule.metric in METRICS:
            _, _, statistic, period, _ = METRICS[rule.metric]
            return judge(rule, self.series(rule.metric, on), period, HOW[statistic], self.now)
        if rule.metric in ("lb.5xx", "cache.hitRate"):
            return judge(rule, self.series(rule.metric, on), 60,
                         HOW["Sum" if rule.metric == "lb.5xx" else "Average"], self.now)
        return judge(rule, self.polled.get((rule.metric, on), {}), 60, lambda values: values[-1], self.now,
                     polled=True, unread=kind == "pipeline")

    def concerned(self, alarm):
        """The component of this stack that a CloudWatch alarm is about."""
        of = [alarm, *(q["MetricStat"]["Metric"] for q in alarm.get("Metrics", []) if "MetricStat" in q)]
        found = {self.about(one["Dimensions"]) for one in of if one.get("Dimensions")}
        if len(found) == 1 and found != {None}:
            return found.pop()
        if not alarm.get("Dimensions"):
            return self.file["stack"] if alarm["AlarmName"].lower().startswith(self.file["stack"].lower()) else None
        return None

    def about(self, dimensions):
        at = {d["Name"]: d["Value"] for d in dimensions}
        if at.get("ClusterName", self.cluster) != self.cluster:
            return None
        words = [at.get(k, "") for k in ("ServiceName", "DBInstanceIdentifier", "DBClusterIdentifier", "QueueName")]
        words += [at[k].split("/")[1] for k in ("TargetGroup", "LoadBalancer") if k in at]
        for kind in ("service", "tg", "lb", "db", "queue"):
            for name in self.components(kind):
                if name in words:
                    return name
        node = re.sub(r"(-\d{4})?(-\d{3})?$", "", at.get("CacheClusterId", ""))
        return next((name for name in self.components("cache") if name == node), None) or next(
            (q["name"] for q in self.list("queues") if q.get("deadLetterQueue") in words), None)

    def watched(self, alarm):
        """The metric that a CloudWatch alarm watches, by the console's name, and the statistic of each period."""
        if alarm.get("Metrics"):           # the only metric math of these stacks is the hit rate
            return "cache.hitRate", "Average"
        space, name = alarm["Namespace"], alarm["MetricName"]
        counted = {"RunningTaskCount": "service.running", "ApproximateNumberOfMessagesVisible": "queue.deadLetters"}
        metric = next((m for m, known in METRICS.items() if known[:2] == (space, name)), counted.get(name))
        return metric, alarm.get("Statistic")

    def cloud_value(self, alarm, on, state):
        """Our own newest reading over the alarm's period, else the value that was the reason of an alarm; and the last
        reason where there is neither."""
        told = json.loads(alarm.get("StateReasonData") or "{}").get("recentDatapoints", [])
        metric, statistic = self.watched(alarm)
        if state != "UNKNOWN" and (metric == "cache.hitRate" or metric in METRICS and METRICS[metric][2] == statistic):
            end, _ = self.newest(metric, on)
            if end is not None:
                length = alarm.get("Period") or alarm["Metrics"][0]["MetricStat"]["Period"]
                return HOW[statistic]([v for at, v in self.series(metric, on).items() if end - length <= at < end])
        if state == "ALARM" and told:
            return told[-1]
        self.failures.append({"path": f"alarms[{alarm['AlarmName']}].value", "kind": "absent", "action": None,
                              "message": ANY, "lastValue": str(float(told[-1])) if told else None, "lastAsOf": None})
        return None

    def cloudwatch(self):
        for page in pages(self.site.client("cloudwatch").describe_alarms):
            for alarm in page["MetricAlarms"]:
                on = self.concerned(alarm)
                if on is None or alarm["AlarmName"].startswith("TargetTracking-"):
                    continue
                names = [alarm["AlarmName"], *(arn.rsplit(":", 1)[1] for arn in alarm["AlarmActions"])]
                severity = next((word for glob, word in self.file.get("alarmSeverities", {}).items()
                                 if any(fnmatch.fnmatchcase(name, glob) for name in names)), "warning")
                state = alarm["StateValue"]
                since = alarm.get("StateTransitionedTimestamp", alarm["StateUpdatedTimestamp"])
                state = state if state in ("OK", "ALARM") else "UNKNOWN"
                metric, _ = self.watched(alarm)
                direction = "below" if alarm["ComparisonOperator"].startswith("Less") else "above"
                yield {"name": alarm["AlarmName"], "source": "cloudwatch", "on": on, "severity": severity,
                       "state": state, "value": self.cloud_value(alarm, on, state),
                       "threshold": alarm.get("Threshold"), "since": iso(since.timestamp()),
                       "stateSince": iso(since.timestamp()), "says": ANY,
                       "topic": topic(metric, direction) if metric else alarm["AlarmName"],
                       "acknowledgedBy": None, "snoozed": False, "until": None, "unknownSince": None}

    def document(self):
        caller = self.site.client("sts").get_caller_identity()["Account"]
        blocks = {"services": list(self.services()), "loadBalancers": list(self.load_balancers()),
                  "databases": list(self.databases()), "caches": list(self.caches()), "queues": list(self.queues()),
                  "batch": list(self.batch()), "pipes": self.pipes(), "pipelines": list(self.pipelines()),
                  "cost": self.cost()}
        alarms = [*self.conditions(), *self.cloudwatch()]
        together(alarms)
        worst = max([a["severity"] for a in alarms if a["state"] == "ALARM"] or ["fine"], key=SEVERITIES.index)
        # A pipeline that cannot be read decides.
        severity = max(worst, "unknown" if blocks["pipelines"] else "fine", key=SEVERITIES.index)
        return {"stack": self.name, "name": self.file["stack"], "environment": self.file["environment"],
                "account": caller, "region": self.file["region"], "severity": severity, "verdict": ANY, **blocks,
                "alarms": alarms, "openAlarms": ANY, "failures": self.failures}


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--endpoint-url", required=True)
    p.add_argument("--stacks", required=True, type=pathlib.Path, help="folder of stack files")
    p.add_argument("--shown", required=True, type=pathlib.Path, help="what status --json printed")
    options = p.parse_args()
    shown = json.loads(options.shown.read_text())
    as_of = instant(shown["asOf"][:26].rstrip("Z") + "Z")
    sites, emulators, stacks = {}, {}, []
    for path in sorted(options.stacks.glob("*.yaml")):
        file = yaml.safe_load(path.read_text())
        account, region = file.get("account", DEFAULT_ACCOUNT), file["region"]
        if account not in emulators:
            emulators[account] = Emulator(options.endpoint_url, account)
            emulators[account].check()
            emulators[account].use_account()
        site = sites.setdefault((account, region), Site(emulators[account], region, int(as_of.timestamp())))
        stacks.append(Stack(site, path.stem, file, by(shown["stacks"], "stack", path.stem), as_of).document())
    print(json.dumps({
        "asOf": RUN, "severity": max((s["severity"] for s in stacks), key=SEVERITIES.index), "verdict": ANY,
        "sandbox": False, "openAlarms": ANY, "stacks": stacks, "problems": [],
        "meter": {"today": ANY, "month": ANY, "cap": 2, "currency": "USD", "calls": ANY}}))


if __name__ == "__main__":
    main()
