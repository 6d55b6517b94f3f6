"""The five stacks of the test emulator as data: what `provision.py` creates and `read.py` reads back.

Names, counts, thresholds and costs are those of each stack's design document; what the document
leaves open is filled in and marked "not in the document". `FIVE` are the stacks that live in one
account; `codemate-dev` shares its names with `codemate` and needs an account of its own.
"""
import copy

DEFAULT_ACCOUNT = "123456789012"
PG_FORMULA = "LEAST({DBInstanceClassMemory/9531392},5000)"

def service(name, family, container, cpu, memory, port, target_group=None, health="/health",
            desired=2, low=None, high=None, policies=(), spot=None, log_group=None,
            circuit_breaker=False):
    return dict(name=name, family=family, container=container, cpu=cpu, memory=memory, port=port,
                target_group=target_group, health=health, desired=desired, low=low, high=high,
                policies=policies, spot=spot, log_group=log_group, circuit_breaker=circuit_breaker)


def alarm(name, metric, op, threshold, period=300, periods=1, stat="Average", on=None, state="OK",
          note="", missing="notBreaching", topic=None, points=None):
    return dict(name=name, metric=metric, op=op, threshold=threshold, period=period, periods=periods,
                stat=stat, on=on, state=state, note=note, missing=missing, topic=topic, points=points)


GT, LT = "GreaterThanThreshold", "LessThanThreshold"

STACKS = {
    "glimpse": dict(
        region="ap-northeast-2", cluster="glimpse-prod", insights=True,
        services=[service("glimpse-api", "glimpse-api", "api", 256, 512, 3000, "glimpse-api-tg",
                          low=1, high=20, policies=(("cpu", 70), ("memory", 80)),
                          spot=(90, 10), log_group="/ecs/glimpse-api")],
        alb="glimpse-alb",
        rds=dict(id="glimpse-db", engine="15", cls="db.t4g.micro", gb=20, multi_az=False,
                 group="glimpse-postgres15", family="postgres15",
                 params={"max_connections": PG_FORMULA}),
        redis=dict(id="glimpse-redis", node="cache.t4g.micro", shards=1, replicas=0),
        nat_instance="glimpse-nat",
        topics=["glimpse-alerts"],
        interrupted={"glimpse-api": 1},
        alarms=[
            alarm("glimpse-ecs-cpu-high", "ecs.CPUUtilization", GT, 70, on="glimpse-api",
                  note="Scale out"),
            alarm("glimpse-ecs-memory-high", "ecs.MemoryUtilization", GT, 80, on="glimpse-api",
                  note="Scale out"),
            alarm("glimpse-running-tasks-low", "insights.RunningTaskCount", LT, 2, period=60,
                  on="glimpse-api", stat="Minimum", missing="breaching", note="Warning"),
            alarm("glimpse-alb-5xx", "alb.HTTPCode_Target_5XX_Count", GT, 10, stat="Sum",
                  note="More than 10 in 5 minutes"),
            alarm("glimpse-rds-connections", "rds.DatabaseConnections", GT, 45, state="ALARM",
                  points=47.0, note="Pool limit 50, document's stated maximum 87"),
        ],
        budget=56,
        cost={"Amazon Elastic Container Service": 23, "Amazon Elastic Load Balancing": 17,
              "Amazon Relational Database Service": 13, "Amazon ElastiCache": 12,
              "Amazon Elastic Compute Cloud - Compute": 4, "Amazon Simple Storage Service": 2},
    ),
    "sesami": dict(
        region="ap-northeast-2", cluster="sesami-cluster", insights=True,
        services=[service("sesami-backend", "sesami-backend", "backend", 512, 1024, 8000,
                          "sesami-backend", low=2, high=10, policies=(("cpu", 70),),
                          log_group="/ecs/sesami-backend")],
        alb="sesami-alb",
        rds=dict(id="sesami-db", engine="15.4", cls="db.t4g.micro", gb=20, multi_az=True,
                 group="sesami-postgres15", family="postgres15",
                 params={"max_connections": PG_FORMULA}, db="sesami_db", user="sesami_admin"),
        queue=dict(name="sesami-analysis-jobs", dlq="sesami-analysis-jobs-dlq", visibility=900,
                   retention=1209600, max_receive=3),
        batch=dict(env="sesami-worker-env", queue="sesami-job-queue", definition="sesami-worker",
                   types=["c5.xlarge", "c5.2xlarge", "c6i.xlarge"], max_vcpus=256, vcpus=4,
                   memory=8192, log_group="/aws/batch/sesami-worker"),
        pipe="sesami-sqs-to-batch",
        topics=["sesami-alerts"],
        alarms=[alarm("sesami-dlq-not-empty", "dlq.ApproximateNumberOfMessagesVisible", GT, 0,
                      stat="Maximum", period=60, state="ALARM", points=3.0,
                      note="Threshold not in the document")],
        budget=None, cost={},        # the document has no cost table
    ),
    "bowwow": dict(
        region="us-east-1", cluster="bowwow-cluster", insights=False,
        default_strategy=[("FARGATE", 1), ("FARGATE_SPOT", 4)],
        services=[service("bowwow-gateway", "bowwow-gateway", "gateway", 256, 512, 8000,
                          "bowwow-gateway-tg", low=2, high=20, policies=(("cpu", 70),),
                          spot=(4, 1), log_group="/ecs/bowwow-gateway")] +
                 [service(f"bowwow-{n}", f"bowwow-{n}", n, 256, 512, 8001 + i, spot=(4, 1),
                          log_group=f"/ecs/bowwow-{n}")
                  for i, n in enumerate(("user-service", "location-service", "signal-service",
                                         "push-service", "analytics-service"))],
        alb="bowwow-alb",
        aurora=dict(id="bowwow-aurora", engine="15.4", db="bowwow", low=0.5, high=16,
                    group="bowwow-aurora-postgresql15", family="aurora-postgresql15",
                    params={"max_connections": PG_FORMULA}),
        redis=dict(id="bowwow-redis", node="cache.t4g.micro", shards=1, replicas=1),
        topics=["bowwow-alerts"],
        alarms=[alarm("BowWow-HighCPU", "ecs.CPUUtilization", GT, 80, periods=2,
                      on="bowwow-gateway", missing="missing",
                      note="High CPU utilization (the document's alarm names no dimensions; "
                           "the gateway's are added here)")],
        budget=256,
        cost={"Amazon Elastic Container Service": 100, "Amazon Relational Database Service": 45,
              "Amazon ElastiCache": 30, "Amazon Elastic Load Balancing": 16, "AmazonCloudWatch": 15},
    ),
    "codemate": dict(
        region="ap-northeast-2", cluster="codemate-cluster", insights=True,
        services=[service("codemate-frontend-service", "codemate-frontend", "codemate-frontend",
                          512, 1024, 3000, "codemate-frontend-tg", health="/api/health", low=2,
                          high=5, policies=(("cpu", 70),), circuit_breaker=True,
                          log_group="/aws/ecs/codemate-frontend"),
                  service("codemate-backend-service", "codemate-backend", "codemate-backend",
                          1024, 2048, 3001, "codemate-backend-tg", low=2, high=6,
                          policies=(("cpu", 70), ("memory", 80)), circuit_breaker=True,
                          log_group="/aws/ecs/codemate-backend")],
        alb="codemate-alb-prod",
        rules=[("/api/*", "codemate-backend-tg"), ("/socket.io/*", "codemate-backend-tg")],
        rds=dict(id="codemate-db-prod", engine="17", cls="db.t4g.small", gb=50, multi_az=True,
                 group="codemate-postgres17", family="postgres17",
                 params={"max_connections": PG_FORMULA}, db="codemate"),
        redis=dict(id="codemate-redis-prod", node="cache.t4g.small", shards=1, replicas=1),
        nat=["codemate-nat-a", "codemate-nat-c"],
        pipeline=dict(name="codemate-prod", repo="Nharu/codemate", branch="main",
                      builds=["codemate-frontend-build", "codemate-backend-build"]),
        extra_logs=["/aws/rds/codemate-db", "/aws/elasticache/codemate-redis",
                    "/aws/codebuild/codemate-frontend-build",
                    "/aws/codebuild/codemate-backend-build"],
        topics=["codemate-alerts", "codemate-urgent"],
        alarms=[
            alarm("codemate-frontend-cpu-high", "ecs.CPUUtilization", GT, 80,
                  on="codemate-frontend-service"),
            alarm("codemate-backend-cpu-high", "ecs.CPUUtilization", GT, 80,
                  on="codemate-backend-service"),
            alarm("codemate-frontend-unhealthy-hosts", "tg.UnHealthyHostCount", GT, 0, period=60,
                  periods=2, stat="Maximum", on="codemate-frontend-tg", topic="codemate-urgent"),
            alarm("codemate-backend-unhealthy-hosts", "tg.UnHealthyHostCount", GT, 0, period=60,
                  periods=2, stat="Maximum", on="codemate-backend-tg", topic="codemate-urgent",
                  state="ALARM", points=1.0),
            alarm("codemate-rds-connections", "rds.DatabaseConnections", GT, 180,
                  note="80% of max_connections; 225 is 2 GiB / 9531392"),
            alarm("codemate-5xx", "alb.HTTPCode_Target_5XX_Count", GT, 10, period=60, stat="Sum",
                  topic="codemate-urgent", state="ALARM", points=17.0),
        ],
        budget=674.56,
        cost={"Amazon Elastic Container Service": 200.89,
              "Amazon Relational Database Service": 68.80, "Amazon ElastiCache": 49.64,
              "Amazon Simple Storage Service": 1.65, "Amazon EC2 Container Registry (ECR)": 1.00,
              "Amazon Elastic Load Balancing": 35.92, "EC2 - Other": 89.09,
              "Amazon CloudFront": 13.35, "AmazonCloudWatch": 23.62, "Amazon Route 53": 0.60,
              "AWS Secrets Manager": 4.00, "AWS CodePipeline": 1.00, "CodeBuild": 5.00},
    ),
    "tiketi": dict(
        region="ap-northeast-2", cluster="tiketi-cluster-prod", insights=True,
        services=[service("tiketi-backend-service", "tiketi-backend", "tiketi-backend-container",
                          2048, 4096, 3001, "tiketi-backend-tg", low=2, high=10,
                          policies=(("cpu", 70), ("memory", 70), ("requests", 1000)),
                          log_group="/ecs/tiketi-backend")],
        alb="tiketi-alb-prod",
        rds=dict(id="tiketi-db", engine="15", cls="db.t3.medium", gb=20, multi_az=True,
                 group="tiketi-postgres15", family="postgres15",
                 params={"max_connections": "100", "timezone": "Asia/Seoul",
                         "log_statement": "all"}),
        redis=dict(id="tiketi-redis", node="cache.t3.micro", shards=2, replicas=1),
        nat=["tiketi-nat-a", "tiketi-nat-c"],
        extra_logs=["/rds/tiketi-db", "/elasticache/tiketi-redis"],
        topics=["tiketi-critical", "tiketi-warning"],
        alarms=[
            alarm("tiketi-ecs-cpu-critical", "ecs.CPUUtilization", GT, 90, topic="tiketi-critical",
                  on="tiketi-backend-service", state="ALARM", points=93.4, note="Critical"),
            alarm("tiketi-ecs-cpu-warning", "ecs.CPUUtilization", GT, 70, periods=2,
                  topic="tiketi-warning", on="tiketi-backend-service", state="ALARM", points=93.4,
                  note="Warning, 10 minutes"),
            alarm("tiketi-rds-connections", "rds.DatabaseConnections", GT, 90,
                  topic="tiketi-critical", state="ALARM", points=93.0, note="Critical, 90 of 100"),
            alarm("tiketi-alb-5xx", "alb.HTTPCode_Target_5XX_Count", GT, 10, period=60, stat="Sum",
                  topic="tiketi-critical", state="ALARM", points=14.0, note="Critical"),
            alarm("tiketi-cache-hit-rate", "cache.hitrate", LT, 80, topic="tiketi-warning",
                  state="ALARM", points=74.2, missing="missing", note="Warning"),
            alarm("tiketi-rds-storage", "rds.FreeStorageSpace", LT, 20 * 2**30 * 0.2,
                  topic="tiketi-warning", note="Warning, 20% of 20 GiB"),
        ],
        budget=350,
        cost={"Amazon CloudFront": 5, "Amazon Simple Storage Service": 0.25,
              "Amazon Elastic Load Balancing": 23, "Amazon Elastic Container Service": 100,
              "Amazon Relational Database Service": 80, "Amazon ElastiCache": 30,
              "EC2 - Other": 70, "AmazonCloudWatch": 10, "AWS Secrets Manager": 2,
              "Amazon Route 53": 0.5, "Amazon EC2 Container Registry (ECR)": 1},
    ),
}

# CodeMate's development environment has the cluster, service and target group names of production,
# so it belongs into another account (--account-id) and is not part of "all".
def codemate_dev():
    d = copy.deepcopy(STACKS["codemate"])
    d["services"] = [dict(s, desired=1, low=1, high=2) for s in d["services"]]
    d["alb"] = "codemate-alb-dev"
    d["rds"].update(id="codemate-db-dev", cls="db.t4g.micro", gb=20, multi_az=False)
    d["redis"].update(id="codemate-redis-dev", node="cache.t4g.micro", replicas=0)
    d["nat"] = ["codemate-nat-a"]
    d["pipeline"].update(name="codemate-dev", branch="develop", approval=False)
    for a in d["alarms"]:
        a.update(name=a["name"].replace("codemate-", "codemate-dev-"), state="OK", points=None)
        if a["metric"] == "rds.DatabaseConnections":
            a.update(threshold=89, note="80% of max_connections; 112 is 1 GiB / 9531392")
    d.update(budget=198.10, cost={
        "Amazon Elastic Container Service": 75.33, "Amazon Relational Database Service": 17.36,
        "Amazon ElastiCache": 11.68, "Amazon Simple Storage Service": 0.30,
        "Amazon EC2 Container Registry (ECR)": 0.50, "Amazon Elastic Load Balancing": 20.24,
        "EC2 - Other": 43.66, "AmazonCloudWatch": 3.03, "Amazon Route 53": 0.50,
        "AWS Secrets Manager": 2.00, "AWS CodePipeline": 1.00, "CodeBuild": 2.50})
    return d


FIVE = list(STACKS)
STACKS["codemate-dev"] = codemate_dev()

# Metric shapes: (base, daily swing, noise, value at the end of the window or None for no ramp).
# The ramp starts 25 minutes before now, so that an alarm state and its data agree.
SHAPES = {
    "glimpse": dict(cpu=(38, 10, 4, 55), mem=(61, 3, 1, None), req=(140, 60, 15, None),
                    e5=(0.0, 0), elb5=(0.0, 0), conn=(31, 6, 2, 47), dbcpu=(17, 6, 2, None),
                    hit=0.93, cachereq=2400),
    "sesami": dict(cpu=(24, 8, 3, None), mem=(48, 2, 1, None), req=(45, 20, 6, None),
                   e5=(0.05, 1), elb5=(0.0, 0), conn=(14, 3, 1, None), dbcpu=(11, 4, 2, None)),
    "bowwow": dict(cpu=(44, 12, 4, None), mem=(57, 3, 1, None), req=(320, 140, 30, None),
                   e5=(0.03, 2), elb5=(0.0, 0), conn=(85, 20, 6, None), dbcpu=(22, 8, 3, None),
                   hit=0.96, cachereq=5200),
    "codemate": dict(cpu=(35, 10, 4, 62), mem=(66, 4, 1, None), req=(210, 80, 20, None),
                     e5=(0.04, 2), elb5=(0.02, 1), conn=(52, 10, 3, 71), dbcpu=(19, 6, 2, None),
                     hit=0.91, cachereq=3100, end5=17, unhealthy="codemate-backend-tg"),
    "codemate-dev": dict(cpu=(9, 3, 2, None), mem=(41, 2, 1, None), req=(12, 8, 3, None),
                         e5=(0.02, 1), elb5=(0.0, 0), conn=(9, 2, 1, None), dbcpu=(6, 2, 1, None),
                         hit=0.88, cachereq=160),
    "tiketi": dict(cpu=(46, 12, 4, 93.4), mem=(58, 4, 1, 76), req=(520, 200, 40, 1850),
                   e5=(0.05, 2), elb5=(0.02, 2), conn=(44, 10, 3, 93), dbcpu=(28, 8, 3, 71),
                   hit=0.88, cachereq=9000, hit_end=0.742, end5=14),
}
