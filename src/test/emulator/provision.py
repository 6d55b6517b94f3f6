#!/usr/bin/env python3
"""Create the AWS resources of the five stacks in a local AWS emulator (moto), for the tests.

Usage:
    MOTO_ECS_SERVICE_RUNNING=2 moto_server -H 127.0.0.1 -p 5555
    python3 provision.py --endpoint-url http://127.0.0.1:5555 all
    python3 provision.py --endpoint-url http://127.0.0.1:5555 --account-id 222222222222 codemate-dev

What is created is data in `stacks.py`. Running it again adds what is missing and appends metric
data up to now; `--reset` empties the whole emulator first. It refuses an endpoint that is not on a
loopback or private address. Needs `pip install "moto[server]==5.2.1" boto3`.
"""
import argparse
import calendar
import datetime as dt
import json
import math
import random
import time
import uuid

from botocore.exceptions import ClientError

from emulator import Emulator
from stacks import DEFAULT_ACCOUNT, FIVE, GT, SHAPES, STACKS

UTC = dt.timezone.utc
NEVER = 10**9                       # "advance after this many reads": freezes a state machine
SPOT_REASON = "Your Spot Task was interrupted."

LOG_LINES = [
    ("INFO", "GET /health 200 2ms"), ("INFO", "request completed status=200 duration=41ms"),
    ("INFO", "websocket client connected"), ("WARN", "slow query: 1240 ms"),
    ("ERROR", "connection pool timeout after 30000 ms"), ("INFO", "cache miss, loading from database"),
    ("ERROR", "upstream responded 502"), ("INFO", "request completed status=201 duration=88ms"),
]


# --------------------------------------------------------------------------- helpers

def absent(call, *codes):
    """The call's answer, or None where it fails with one of these 'not found' codes."""
    try:
        return call()
    except ClientError as e:
        if e.response["Error"]["Code"] in codes:
            return None
        raise


def chunks(items, size):
    return [items[i:i + size] for i in range(0, len(items), size)]


def suffix(arn):
    """app/name/id or targetgroup/name/id: the form CloudWatch dimensions take."""
    tail = arn.split(":", 5)[5]
    return tail[len("loadbalancer/"):] if tail.startswith("loadbalancer/") else tail


def dims(**pairs):
    """In alphabetical order: to moto, unlike AWS, another order of the same dimensions is another metric."""
    return [{"Name": k, "Value": v} for k, v in sorted(pairs.items())]


# --------------------------------------------------------------------------- one stack

class Stack:
    def __init__(self, emulator, name, now):
        self.e, self.name, self.now = emulator, name, now
        self.spec = STACKS[name]
        self.region = self.spec["region"]
        self.made = {}                 # kind -> list of names, for the summary
        self.tg, self.tg_arns, self.nats, self.nodes = {}, {}, [], []
        self.lb = self.lb_arn = None
        self.topics = {}

    def client(self, name):
        return self.e.client(name, self.region)

    def tags(self, key="Key", value="Value"):
        return [{key: "Project", value: self.name}]

    def note(self, kind, *names):
        self.made.setdefault(kind, []).extend(names)

    def arn(self, service_name, rest):
        return f"arn:aws:{service_name}:{self.region}:{self.e.account}:{rest}"

    # -- foundations

    def network(self):
        ec2 = self.client("ec2")
        self.subnets = sorted(s["SubnetId"] for s in ec2.describe_subnets(
            Filters=[{"Name": "default-for-az", "Values": ["true"]}])["Subnets"])[:2]
        self.vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
        self.group = ec2.describe_security_groups(Filters=[
            {"Name": "vpc-id", "Values": [self.vpc]},
            {"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]["GroupId"]
        existing = {t["Value"]: g["NatGatewayId"]
                    for g in ec2.describe_nat_gateways()["NatGateways"] if g["State"] == "available"
                    for t in g.get("Tags", []) if t["Key"] == "Name"}
        for i, nat in enumerate(self.spec.get("nat", [])):
            if nat not in existing:
                address = ec2.allocate_address(Domain="vpc")["AllocationId"]
                existing[nat] = ec2.create_nat_gateway(
                    SubnetId=self.subnets[i % 2], AllocationId=address,
                    TagSpecifications=[{"ResourceType": "natgateway",
                                        "Tags": self.tags() + [{"Key": "Name", "Value": nat}]}],
                )["NatGateway"]["NatGatewayId"]
            self.nats.append(existing[nat])
            self.note("NAT gateways", nat)
        instance = self.spec.get("nat_instance")
        if instance:
            found = ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": [instance]},
                                                    {"Name": "instance-state-name", "Values": ["running"]}])
            if not found["Reservations"]:
                ec2.run_instances(ImageId="ami-12c6146b", InstanceType="t4g.nano", MinCount=1, MaxCount=1,
                                  SubnetId=self.subnets[0],
                                  TagSpecifications=[{"ResourceType": "instance",
                                                      "Tags": self.tags() + [{"Key": "Name", "Value": instance}]}])
            self.note("EC2 instances", instance)

    def role(self, name, principal):
        iam = self.client("iam")
        if absent(lambda: iam.get_role(RoleName=name), "NoSuchEntity") is None:
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(
                {"Version": "2012-10-17", "Statement": [
                    {"Effect": "Allow", "Principal": {"Service": principal}, "Action": "sts:AssumeRole"}]}))
        return f"arn:aws:iam::{self.e.account}:role/{name}"

    def notifications(self):
        sns = self.client("sns")
        for topic in self.spec["topics"]:
            self.topics[topic] = sns.create_topic(Name=topic, Tags=self.tags())["TopicArn"]
            self.note("SNS topics", topic)

    def logs(self):
        logs, wanted = self.client("logs"), []
        for s in self.spec["services"]:
            wanted.append((s["log_group"], s["container"]))
        wanted += [(g, None) for g in self.spec.get("extra_logs", [])]
        if "batch" in self.spec:
            wanted.append((self.spec["batch"]["log_group"], None))
        rng = random.Random(self.name)
        for group, stream_prefix in wanted:
            if not any(g["logGroupName"] == group for g in
                       logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]):
                logs.create_log_group(logGroupName=group, tags={"Project": self.name})
                logs.put_retention_policy(logGroupName=group, retentionInDays=30)
                stream = f"{stream_prefix}/{uuid.UUID(int=rng.getrandbits(128)).hex}" if stream_prefix else "main"
                logs.create_log_stream(logGroupName=group, logStreamName=stream)
                start = self.now - dt.timedelta(minutes=60)
                events = []
                for i in range(40):
                    level, text = rng.choice(LOG_LINES)
                    at = start + dt.timedelta(seconds=85 * i)
                    events.append({"timestamp": int(at.timestamp() * 1000), "message": f"{level} {text}"})
                logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)
            self.note("log groups", group)

    # -- load balancer

    def load_balancer(self):
        elb = self.client("elbv2")
        name = self.spec["alb"]
        found = absent(lambda: elb.describe_load_balancers(Names=[name]), "LoadBalancerNotFound")
        if found is None:
            found = elb.create_load_balancer(Name=name, Subnets=self.subnets, Scheme="internet-facing",
                                             SecurityGroups=[self.group], Type="application", Tags=self.tags())
        self.lb_arn = found["LoadBalancers"][0]["LoadBalancerArn"]
        self.lb = suffix(self.lb_arn)
        self.note("load balancers", name)
        for s in self.spec["services"]:
            tg = s["target_group"]
            if not tg:
                continue
            found = absent(lambda: elb.describe_target_groups(Names=[tg]), "TargetGroupNotFound")
            if found is None:
                found = elb.create_target_group(
                    Name=tg, Protocol="HTTP", Port=s["port"], VpcId=self.vpc, TargetType="ip",
                    HealthCheckPath=s["health"], HealthCheckIntervalSeconds=30,
                    HealthyThresholdCount=2, UnhealthyThresholdCount=3, Tags=self.tags())
            self.tg_arns[tg] = found["TargetGroups"][0]["TargetGroupArn"]
            self.tg[tg] = suffix(self.tg_arns[tg])
            self.note("target groups", tg)
        if not elb.describe_listeners(LoadBalancerArn=self.lb_arn)["Listeners"]:
            first = next(iter(self.tg_arns.values()))
            listener = elb.create_listener(LoadBalancerArn=self.lb_arn, Protocol="HTTP", Port=80,
                                           DefaultActions=[{"Type": "forward", "TargetGroupArn": first}])
            for i, (path, tg) in enumerate(self.spec.get("rules", []), start=1):
                elb.create_rule(ListenerArn=listener["Listeners"][0]["ListenerArn"], Priority=i,
                                Conditions=[{"Field": "path-pattern", "Values": [path]}],
                                Actions=[{"Type": "forward", "TargetGroupArn": self.tg_arns[tg]}])

    # -- ECS

    def ecs(self):
        ecs, spec = self.client("ecs"), self.spec
        cluster = spec["cluster"]
        known = ecs.describe_clusters(clusters=[cluster])["clusters"]
        if not any(c["status"] == "ACTIVE" for c in known):
            ecs.create_cluster(
                clusterName=cluster, tags=self.tags("key", "value"),
                settings=[{"name": "containerInsights", "value": "enabled" if spec["insights"] else "disabled"}],
                capacityProviders=["FARGATE", "FARGATE_SPOT"],
                defaultCapacityProviderStrategy=[{"capacityProvider": p, "weight": w}
                                                 for p, w in spec.get("default_strategy", [])])
        self.note("ECS clusters", cluster)
        network = {"awsvpcConfiguration": {"subnets": self.subnets, "securityGroups": [self.group],
                                           "assignPublicIp": "DISABLED"}}
        for s in spec["services"]:
            existing = [x for x in ecs.describe_services(cluster=cluster, services=[s["name"]])["services"]
                        if x["status"] == "ACTIVE"]
            if not existing:
                self.create_service(ecs, cluster, s, network)
            self.note("ECS services", s["name"])
            self.tasks(ecs, cluster, s, network)
            self.autoscaling(cluster, s)

    def create_service(self, ecs, cluster, s, network):
        image = f"{self.e.account}.dkr.ecr.{self.region}.amazonaws.com/{s['family']}:latest"
        definition = ecs.register_task_definition(
            family=s["family"], networkMode="awsvpc", requiresCompatibilities=["FARGATE"],
            cpu=str(s["cpu"]), memory=str(s["memory"]), tags=self.tags("key", "value"),
            containerDefinitions=[{
                "name": s["container"], "image": image, "essential": True,
                "cpu": s["cpu"], "memory": s["memory"],      # the emulator's RunTask needs both
                "portMappings": [{"containerPort": s["port"], "protocol": "tcp"}],
                "logConfiguration": {"logDriver": "awslogs", "options": {
                    "awslogs-group": s["log_group"], "awslogs-region": self.region,
                    "awslogs-stream-prefix": s["container"]}}}])["taskDefinition"]["taskDefinitionArn"]
        balancers = []
        if s["target_group"]:
            balancers = [{"targetGroupArn": self.tg_arns[s["target_group"]],
                          "containerName": s["container"], "containerPort": s["port"]}]
        ecs.create_service(cluster=cluster, serviceName=s["name"], taskDefinition=definition,
                           desiredCount=s["desired"], launchType="FARGATE", loadBalancers=balancers,
                           networkConfiguration=network, tags=self.tags("key", "value"))
        # moto's CreateService drops these two; its UpdateService keeps them.
        change = {"deploymentConfiguration": {
            "maximumPercent": 200, "minimumHealthyPercent": 100,
            "deploymentCircuitBreaker": {"enable": s["circuit_breaker"], "rollback": s["circuit_breaker"]}}}
        if s["spot"]:
            change["capacityProviderStrategy"] = [
                {"capacityProvider": "FARGATE_SPOT", "weight": s["spot"][0], "base": 0},
                {"capacityProvider": "FARGATE", "weight": s["spot"][1], "base": 0}]
        ecs.update_service(cluster=cluster, service=s["name"], desiredCount=s["desired"], **change)

    def tasks(self, ecs, cluster, s, network):
        """moto starts no tasks for a service: start them, as the scheduler would label them."""
        group = f"service:{s['name']}"
        arns = []
        for status in ("RUNNING", "STOPPED"):
            arns += ecs.list_tasks(cluster=cluster, family=s["family"], desiredStatus=status)["taskArns"]
        known = []
        for part in chunks(arns, 100):
            known += [t for t in ecs.describe_tasks(cluster=cluster, tasks=part)["tasks"] if t["group"] == group]
        current = ecs.describe_services(cluster=cluster, services=[s["name"]])["services"][0]
        started_by = current["deployments"][0]["id"]
        definition = current["taskDefinition"]
        running = [t for t in known if t["lastStatus"] == "RUNNING"]
        stopped = [t for t in known if t["lastStatus"] == "STOPPED"]

        def run(count):
            return ecs.run_task(cluster=cluster, taskDefinition=definition, count=count, launchType="FARGATE",
                                group=group, startedBy=started_by, networkConfiguration=network,
                                tags=self.tags("key", "value"))["tasks"]

        for _ in range(self.spec.get("interrupted", {}).get(s["name"], 0) - len(stopped)):
            ecs.stop_task(cluster=cluster, task=run(1)[0]["taskArn"], reason=SPOT_REASON)
        if current["desiredCount"] > len(running):
            running += run(current["desiredCount"] - len(running))
        if s["target_group"]:
            ips = [d["value"] for t in running for a in t["attachments"] for d in a["details"]
                   if d["name"] == "privateIPv4Address"]
            if ips:
                self.client("elbv2").register_targets(TargetGroupArn=self.tg_arns[s["target_group"]],
                                                      Targets=[{"Id": ip, "Port": s["port"]} for ip in ips])
        self.note("running tasks", *[t["taskArn"].rsplit("/", 1)[1] for t in running])

    def autoscaling(self, cluster, s):
        if s["low"] is None:
            return
        scaling = self.client("application-autoscaling")
        target = dict(ServiceNamespace="ecs", ResourceId=f"service/{cluster}/{s['name']}",
                      ScalableDimension="ecs:service:DesiredCount")
        scaling.register_scalable_target(MinCapacity=s["low"], MaxCapacity=s["high"], **target)
        self.note("scalable targets", f"{s['name']} {s['low']}-{s['high']}")
        existing = {p["PolicyName"] for p in scaling.describe_scaling_policies(
            ServiceNamespace="ecs", ResourceId=target["ResourceId"])["ScalingPolicies"]}
        types = {"cpu": "ECSServiceAverageCPUUtilization", "memory": "ECSServiceAverageMemoryUtilization",
                 "requests": "ALBRequestCountPerTarget"}
        for kind, value in s["policies"]:
            policy = f"{s['name']}-{kind}"
            if policy in existing:
                continue
            metric = {"PredefinedMetricType": types[kind]}
            if kind == "requests":
                metric["ResourceLabel"] = f"{self.lb}/{self.tg[s['target_group']]}"
            scaling.put_scaling_policy(
                PolicyName=policy, PolicyType="TargetTrackingScaling",
                TargetTrackingScalingPolicyConfiguration={
                    "TargetValue": float(value), "PredefinedMetricSpecification": metric,
                    "ScaleOutCooldown": 60, "ScaleInCooldown": 300}, **target)

    # -- data stores

    def databases(self):
        rds = self.client("rds")
        db = self.spec.get("rds")
        if db:
            self.parameter_group(rds, db, cluster=False)
            if absent(lambda: rds.describe_db_instances(DBInstanceIdentifier=db["id"]), "DBInstanceNotFound") is None:
                extra = {"DBName": db["db"]} if "db" in db else {}
                rds.create_db_instance(
                    DBInstanceIdentifier=db["id"], DBInstanceClass=db["cls"], Engine="postgres",
                    EngineVersion=db["engine"], AllocatedStorage=db["gb"], StorageType="gp3",
                    StorageEncrypted=True, MultiAZ=db["multi_az"], BackupRetentionPeriod=7,
                    MasterUsername=db.get("user", "app"), MasterUserPassword="emulator-only",
                    DBParameterGroupName=db["group"], Tags=self.tags(), **extra)
            self.note("DB instances", f"{db['id']} ({db['cls']})")
        cluster = self.spec.get("aurora")
        if cluster:
            self.parameter_group(rds, cluster, cluster=True)
            if absent(lambda: rds.describe_db_clusters(DBClusterIdentifier=cluster["id"]),
                      "DBClusterNotFoundFault") is None:
                rds.create_db_cluster(
                    DBClusterIdentifier=cluster["id"], Engine="aurora-postgresql", EngineVersion=cluster["engine"],
                    DatabaseName=cluster["db"], MasterUsername="app", MasterUserPassword="emulator-only",
                    DBClusterParameterGroupName=cluster["group"], Tags=self.tags(),
                    ServerlessV2ScalingConfiguration={"MinCapacity": cluster["low"], "MaxCapacity": cluster["high"]})
                rds.create_db_instance(DBInstanceIdentifier=cluster["id"] + "-1", DBClusterIdentifier=cluster["id"],
                                       DBInstanceClass="db.serverless", Engine="aurora-postgresql", Tags=self.tags())
            self.note("Aurora clusters", f"{cluster['id']} ({cluster['low']}-{cluster['high']} ACU)")
            self.note("DB instances", cluster["id"] + "-1 (db.serverless)")

    def parameter_group(self, rds, db, cluster):
        kind = "DBClusterParameterGroup" if cluster else "DBParameterGroup"
        describe = rds.describe_db_cluster_parameter_groups if cluster else rds.describe_db_parameter_groups
        create = rds.create_db_cluster_parameter_group if cluster else rds.create_db_parameter_group
        modify = rds.modify_db_cluster_parameter_group if cluster else rds.modify_db_parameter_group
        name = {f"{kind}Name": db["group"]}
        found = absent(lambda: describe(**name), "DBParameterGroupNotFound", "DBParameterGroupNotFoundFault",
                       "DBClusterParameterGroupNotFound")
        if not found or not found[f"{kind}s"]:
            create(DBParameterGroupFamily=db["family"], Description=f"{self.name} parameters", Tags=self.tags(), **name)
        modify(Parameters=[{"ParameterName": k, "ParameterValue": v, "ApplyMethod": "pending-reboot"}
                           for k, v in db["params"].items()], **name)
        self.note("parameter groups", f"{db['group']} max_connections={db['params']['max_connections']}")

    def cache(self):
        redis = self.spec.get("redis")
        if not redis:
            return
        elasticache = self.client("elasticache")
        if redis["replicas"] == 0 and redis["shards"] == 1:
            if absent(lambda: elasticache.describe_cache_clusters(CacheClusterId=redis["id"]),
                      "CacheClusterNotFound") is None:
                elasticache.create_cache_cluster(CacheClusterId=redis["id"], CacheNodeType=redis["node"],
                                                 Engine="redis", NumCacheNodes=1, Tags=self.tags())
            self.nodes = [redis["id"]]
        else:
            found = absent(lambda: elasticache.describe_replication_groups(ReplicationGroupId=redis["id"]),
                           "ReplicationGroupNotFoundFault")
            if found is None:
                elasticache.create_replication_group(
                    ReplicationGroupId=redis["id"], ReplicationGroupDescription=f"{self.name} cache",
                    Engine="redis", CacheNodeType=redis["node"], NumNodeGroups=redis["shards"],
                    ReplicasPerNodeGroup=redis["replicas"], AutomaticFailoverEnabled=True, MultiAZEnabled=True,
                    Tags=self.tags())
                found = elasticache.describe_replication_groups(ReplicationGroupId=redis["id"])
            members = [m["CacheClusterId"] for g in found["ReplicationGroups"][0]["NodeGroups"]
                       for m in g["NodeGroupMembers"]]
            self.nodes = sorted(set(members))
        self.note("cache clusters", f"{redis['id']} ({redis['node']} x {redis['shards'] * (1 + redis['replicas'])})")

    # -- queues and batch

    def queues(self):
        q = self.spec.get("queue")
        if not q:
            return
        sqs = self.client("sqs")
        dlq = sqs.create_queue(QueueName=q["dlq"], tags={"Project": self.name},
                               Attributes={"MessageRetentionPeriod": str(q["retention"])})["QueueUrl"]
        dlq_arn = self.arn("sqs", q["dlq"])
        main = sqs.create_queue(QueueName=q["name"], tags={"Project": self.name}, Attributes={
            "VisibilityTimeout": str(q["visibility"]), "MessageRetentionPeriod": str(q["retention"]),
            "RedrivePolicy": json.dumps({"deadLetterTargetArn": dlq_arn, "maxReceiveCount": q["max_receive"]}),
        })["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=dlq, Attributes={"RedriveAllowPolicy": json.dumps(
            {"redrivePermission": "byQueue", "sourceQueueArns": [self.arn("sqs", q["name"])]})})

        def depth(url):
            a = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
            return int(a["ApproximateNumberOfMessages"]) + int(a["ApproximateNumberOfMessagesNotVisible"])

        poison = ['{"user_id": "u-1041", "repo_url": ',
                  json.dumps({"user_id": "u-2087", "repo_url": "https://git.example.com/gone.git", "job_id": "j-7f3a"}),
                  json.dumps({"user_id": "u-3190", "job_id": "j-91c2"})]
        if depth(dlq) == 0:
            target = main if depth(main) == 0 else dlq
            for body in poison:
                sqs.send_message(QueueUrl=target, MessageBody=body)
            if target == main:           # fail them often enough that the queue dead-letters them
                for _ in range(q["max_receive"] + 1):
                    sqs.receive_message(QueueUrl=main, MaxNumberOfMessages=10, VisibilityTimeout=0)
        for i in range(depth(main), 4):
            sqs.send_message(QueueUrl=main, MessageBody=json.dumps(
                {"user_id": f"u-{5000 + i}", "repo_url": f"https://git.example.com/team/app-{i}.git",
                 "job_id": f"j-{1000 + i}"}))
        self.note("queues", f"{q['name']} ({depth(main)} messages)", f"{q['dlq']} ({depth(dlq)} messages)")

    def batch(self):
        b = self.spec.get("batch")
        if not b:
            return
        batch, iam = self.client("batch"), self.client("iam")
        service_role = self.role("sesami-batch-service-role", "batch.amazonaws.com")
        self.role("sesami-batch-instance-role", "ec2.amazonaws.com")
        profile = "sesami-batch-instance-profile"
        if absent(lambda: iam.get_instance_profile(InstanceProfileName=profile), "NoSuchEntity") is None:
            iam.create_instance_profile(InstanceProfileName=profile)
            iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName="sesami-batch-instance-role")
        if not batch.describe_compute_environments(computeEnvironments=[b["env"]])["computeEnvironments"]:
            batch.create_compute_environment(
                computeEnvironmentName=b["env"], type="MANAGED", state="ENABLED", serviceRole=service_role,
                tags={"Project": self.name},
                computeResources=dict(
                    type="SPOT", allocationStrategy="SPOT_CAPACITY_OPTIMIZED", bidPercentage=100, minvCpus=0,
                    maxvCpus=b["max_vcpus"], desiredvCpus=0, instanceTypes=b["types"], subnets=self.subnets,
                    securityGroupIds=[self.group],
                    instanceRole=f"arn:aws:iam::{self.e.account}:instance-profile/{profile}"))
        if not batch.describe_job_queues(jobQueues=[b["queue"]])["jobQueues"]:
            batch.create_job_queue(jobQueueName=b["queue"], state="ENABLED", priority=1, tags={"Project": self.name},
                                   computeEnvironmentOrder=[{"order": 1, "computeEnvironment": b["env"]}])
        if not batch.describe_job_definitions(jobDefinitionName=b["definition"], status="ACTIVE")["jobDefinitions"]:
            batch.register_job_definition(
                jobDefinitionName=b["definition"], type="container", platformCapabilities=["EC2"],
                tags={"Project": self.name},
                containerProperties={
                    "image": f"{self.e.account}.dkr.ecr.{self.region}.amazonaws.com/sesami/worker:latest",
                    "vcpus": b["vcpus"], "memory": b["memory"]})
        self.note("Batch", f"{b['env']} / {b['queue']} / {b['definition']}")
        states = ("SUBMITTED", "PENDING", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED", "FAILED")
        counts = {s: len(batch.list_jobs(jobQueue=b["queue"], jobStatus=s)["jobSummaryList"]) for s in states}
        if not any(counts.values()):
            self.jobs(batch, b)
            counts = {s: len(batch.list_jobs(jobQueue=b["queue"], jobStatus=s)["jobSummaryList"]) for s in states}
        self.note("Batch jobs", ", ".join(f"{n} {s}" for s, n in counts.items() if n))

    def jobs(self, batch, b):
        """Jobs in several states, without a container ever running.

        A job that depends on an unknown job waits for good in moto; its state machine is then
        stepped to the wanted state and frozen. Terminating such a job makes it FAILED.
        """
        def submit(waiting):
            more = {"dependsOn": [{"jobId": str(uuid.uuid4())}]} if waiting else {}
            return batch.submit_job(jobName=f"analysis-job-{uuid.uuid4()}", jobQueue=b["queue"],
                                    jobDefinition=b["definition"], **more)["jobId"]

        for _ in range(5):
            submit(False)                                     # succeed at once
        self.e.post("/moto-api/config", {"batch": {"use_docker": True}})
        self.e.transition("batch::job", progression="manual", times=1)
        running, runnable, failed = [submit(True)], [submit(True), submit(True)], [submit(True), submit(True)]
        time.sleep(0.8)                                       # they reach PENDING
        self.e.transition("batch::job", progression="time", seconds=0.05)
        for job, wanted in [(j, "RUNNABLE") for j in runnable] + [(j, "RUNNING") for j in running]:
            for _ in range(10):
                if batch.describe_jobs(jobs=[job])["jobs"][0]["status"] == wanted:
                    break
                time.sleep(0.06)
        batch.terminate_job(jobId=failed[0], reason="Host EC2 (instance i-0a1b2c3d4e5f60718) terminated.")
        batch.terminate_job(jobId=failed[1], reason="Essential container in task exited")
        self.e.transition("batch::job", progression="manual", times=NEVER)
        self.e.post("/moto-api/config", {"batch": {"use_docker": False}})
        for _ in range(30):
            if all(j["status"] == "FAILED" for j in batch.describe_jobs(jobs=failed)["jobs"]):
                break
            time.sleep(0.1)

    def pipe(self):
        name = self.spec.get("pipe")
        if not name:
            return
        pipes = self.client("pipes")
        if absent(lambda: pipes.describe_pipe(Name=name), "NotFoundException", "ResourceNotFoundException") is None:
            pipes.create_pipe(Name=name, RoleArn=self.role("sesami-eventbridge-pipe-role", "pipes.amazonaws.com"),
                              Source=self.arn("sqs", self.spec["queue"]["name"]),
                              Target=self.arn("batch", f"job-queue/{self.spec['batch']['queue']}"))
        self.note("EventBridge pipes", name)

    # -- delivery

    def pipeline(self):
        p = self.spec.get("pipeline")
        if not p:
            return
        code, build = self.client("codepipeline"), self.client("codebuild")
        build_role = self.role("codemate-codebuild-role", "codebuild.amazonaws.com")
        have = set(build.list_projects()["projects"])
        for project in p["builds"]:
            if project not in have:
                build.create_project(
                    name=project, serviceRole=build_role, tags=self.tags("key", "value"),
                    source={"type": "CODEPIPELINE", "location": "source"},
                    artifacts={"type": "CODEPIPELINE", "location": "artifacts"},
                    environment={"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0",
                                 "computeType": "BUILD_GENERAL1_SMALL", "privilegedMode": True})
                build.start_build(projectName=project)
            self.note("CodeBuild projects", project)
        if absent(lambda: code.get_pipeline(name=p["name"]), "PipelineNotFoundException") is None:
            def action(name, category, provider, owner="AWS", **more):
                return dict(name=name, actionTypeId=dict(category=category, owner=owner, provider=provider,
                                                         version="1"), **more)
            source = action("GitHub", "Source", "CodeStarSourceConnection",
                            configuration={"ConnectionArn": self.arn("codestar-connections", "connection/github"),
                                           "FullRepositoryId": p["repo"], "BranchName": p["branch"]},
                            outputArtifacts=[{"name": "source"}])
            builds = [action(b, "Build", "CodeBuild", configuration={"ProjectName": b},
                             inputArtifacts=[{"name": "source"}], outputArtifacts=[{"name": f"image{i}"}])
                      for i, b in enumerate(p["builds"])]
            deploys = [action(s["name"], "Deploy", "ECS", inputArtifacts=[{"name": f"image{i}"}],
                              configuration={"ClusterName": self.spec["cluster"], "ServiceName": s["name"]})
                       for i, s in enumerate(self.spec["services"])]
            approval = [dict(name="Approval", actions=[action("Approve", "Approval", "Manual")])]
            if not p.get("approval", True):
                approval = []
            code.create_pipeline(pipeline=dict(
                name=p["name"], roleArn=self.role("codemate-codepipeline-role", "codepipeline.amazonaws.com"),
                artifactStore={"type": "S3", "location": "codemate-pipeline-artifacts"}, version=1,
                stages=[dict(name="Source", actions=[source]), dict(name="Build", actions=builds), *approval,
                        dict(name="Deploy", actions=deploys)]),
                tags=self.tags("key", "value"))
        self.note("pipelines", p["name"])

    # -- CloudWatch

    def metric_target(self, short, on):
        """'rds.DatabaseConnections' -> (namespace, metric name, dimensions)."""
        kind, metric = short.split(".", 1)
        if kind in ("ecs", "insights"):
            return ("AWS/ECS" if kind == "ecs" else "ECS/ContainerInsights", metric,
                    dims(ClusterName=self.spec["cluster"], ServiceName=on))
        if kind == "alb":
            return "AWS/ApplicationELB", metric, dims(LoadBalancer=self.lb)
        if kind == "tg":
            return "AWS/ApplicationELB", metric, dims(TargetGroup=self.tg[on], LoadBalancer=self.lb)
        if kind == "rds":
            return "AWS/RDS", metric, dims(DBInstanceIdentifier=self.spec["rds"]["id"])
        if kind == "dlq":
            return "AWS/SQS", metric, dims(QueueName=self.spec["queue"]["dlq"])
        raise ValueError(short)

    def alarms(self):
        cw = self.client("cloudwatch")
        names = [a["name"] for a in self.spec["alarms"]]
        existing = {a["AlarmName"] for a in cw.describe_alarms(AlarmNames=names)["MetricAlarms"]}
        for a in self.spec["alarms"]:
            self.note("alarms", f"{a['name']}={a['state']}")
            if a["name"] in existing:
                continue                       # moto would reset its state
            topic = self.topics[a["topic"] or self.spec["topics"][0]]
            common = dict(AlarmName=a["name"], AlarmDescription=a["note"] or a["name"], ActionsEnabled=True,
                          AlarmActions=[topic], OKActions=[topic], EvaluationPeriods=a["periods"],
                          Threshold=float(a["threshold"]), ComparisonOperator=a["op"],
                          TreatMissingData=a["missing"], Tags=self.tags())
            if a["metric"] == "cache.hitrate":
                queries, hits, misses = [], [], []
                for i, node in enumerate(self.nodes):
                    for kind, ids in (("CacheHits", hits), ("CacheMisses", misses)):
                        query_id = f"{kind[5:].lower()}{i}"
                        ids.append(query_id)
                        queries.append({"Id": query_id, "ReturnData": False, "MetricStat": {
                            "Metric": {"Namespace": "AWS/ElastiCache", "MetricName": kind,
                                       "Dimensions": dims(CacheClusterId=node)},
                            "Period": a["period"], "Stat": "Sum"}})
                total = "+".join(hits + misses)
                queries.append({"Id": "rate", "ReturnData": True, "Label": "Cache hit rate",
                                "Expression": f"100*({'+'.join(hits)})/({total})"})
                cw.put_metric_alarm(Metrics=queries, **common)
            else:
                namespace, metric, dimensions = self.metric_target(a["metric"], a["on"])
                cw.put_metric_alarm(Namespace=namespace, MetricName=metric, Dimensions=dimensions,
                                    Statistic=a["stat"], Period=a["period"], **common)
            if a["state"] == "ALARM":
                at = self.now - dt.timedelta(minutes=6)
                word = "greater" if a["op"] == GT else "less"
                cw.set_alarm_state(
                    AlarmName=a["name"], StateValue="ALARM",
                    StateReason=f"Threshold Crossed: {a['periods']} datapoint{'s' if a['periods'] > 1 else ''} "
                                f"[{a['points']} ({at:%d/%m/%y %H:%M:%S})] was {word} than the threshold "
                                f"({float(a['threshold'])}).",
                    StateReasonData=json.dumps({
                        "version": "1.0", "queryDate": f"{self.now:%Y-%m-%dT%H:%M:%S.000+0000}",
                        "startDate": f"{at:%Y-%m-%dT%H:%M:%S.000+0000}", "statistic": a["stat"],
                        "period": a["period"], "recentDatapoints": [a["points"]],
                        "threshold": float(a["threshold"])}))

    def metrics(self, hours, dense_minutes, latency):
        """Plausible data: 1-minute points for the last while, 5-minute points before it."""
        cw, spec, shape = self.client("cloudwatch"), self.spec, SHAPES[self.name]
        end = self.now.replace(second=0, microsecond=0)
        start = end - dt.timedelta(hours=hours)
        start -= dt.timedelta(minutes=start.minute % 5)
        newest = self.newest(cw, start, end)
        times, at = [], start
        while at < end:
            dense = end - at <= dt.timedelta(minutes=dense_minutes)
            if newest is None or at > newest:
                times.append((at, 60 if dense else 300))
            at += dt.timedelta(seconds=60 if dense else 300)
        rng = random.Random(f"{self.name}{end.isoformat()}")
        data = {}                            # namespace -> list of MetricDatum

        def put(namespace, metric, value, when, unit, **dimensions):
            data.setdefault(namespace, []).append({
                "MetricName": metric, "Dimensions": dims(**dimensions), "Timestamp": when,
                "Value": round(float(value), 4), "Unit": unit})

        def wave(form, when, low=0.0, high=None):
            base, swing, noise, final = form
            minute = when.hour * 60 + when.minute
            value = base + swing * math.sin(minute / 97.0) + rng.gauss(0, noise)
            left = (end - when).total_seconds() / 60
            if final is not None and left <= 25:
                value += (final - value) * min(1.0, (25 - left) / 15)
            value = max(low, value)
            return value if high is None else min(high, value)

        def sparse(chance_and_size):
            chance, size = chance_and_size
            return rng.randint(1, max(1, size)) if chance and rng.random() < chance else 0

        for when, seconds in times:
            left = (end - when).total_seconds() / 60
            minutes = seconds / 60
            for s in spec["services"]:
                place = dict(ClusterName=spec["cluster"], ServiceName=s["name"])
                put("AWS/ECS", "CPUUtilization", wave(shape["cpu"], when, high=100), when, "Percent", **place)
                put("AWS/ECS", "MemoryUtilization", wave(shape["mem"], when, high=100), when, "Percent", **place)
                if spec["insights"]:
                    dip = spec.get("interrupted", {}).get(s["name"], 0) if 40 <= left <= 46 else 0
                    for metric, value in (("RunningTaskCount", s["desired"] - dip), ("PendingTaskCount", dip),
                                          ("DesiredTaskCount", s["desired"])):
                        put("ECS/ContainerInsights", metric, value, when, "Count", **place)
            requests = wave(shape["req"], when)
            put("AWS/ApplicationELB", "RequestCount", requests * minutes, when, "Count", LoadBalancer=self.lb)
            errors = shape["end5"] if "end5" in shape and left <= 8 else sparse(shape["e5"])
            for metric, count in (("HTTPCode_Target_5XX_Count", errors),
                                  ("HTTPCode_ELB_5XX_Count", sparse(shape["elb5"]))):
                if count:                   # AWS reports these only when they are not zero
                    put("AWS/ApplicationELB", metric, count * minutes, when, "Count", LoadBalancer=self.lb)
            if latency:
                put("AWS/ApplicationELB", "TargetResponseTime", max(0.01, 0.05 + wave(shape["cpu"], when) / 400), when,
                    "Seconds", LoadBalancer=self.lb)
            balanced = [s for s in spec["services"] if s["target_group"]]
            for s in balanced:
                place = dict(TargetGroup=self.tg[s["target_group"]], LoadBalancer=self.lb)
                bad = 1 if shape.get("unhealthy") == s["target_group"] and left <= 8 else 0
                put("AWS/ApplicationELB", "HealthyHostCount", s["desired"] - bad, when, "Count", **place)
                put("AWS/ApplicationELB", "UnHealthyHostCount", bad, when, "Count", **place)
                put("AWS/ApplicationELB", "RequestCountPerTarget",
                    requests * minutes / len(balanced) / s["desired"], when, "None", **place)
            if "rds" in spec:
                size = spec["rds"]["gb"] * 2**30
                place = dict(DBInstanceIdentifier=spec["rds"]["id"])
                put("AWS/RDS", "DatabaseConnections", round(wave(shape["conn"], when)), when, "Count", **place)
                put("AWS/RDS", "CPUUtilization", wave(shape["dbcpu"], when, high=100), when, "Percent", **place)
                put("AWS/RDS", "FreeStorageSpace", size * 0.58 - (hours * 60 - left) * 2**16, when, "Bytes", **place)
                put("AWS/RDS", "ReadIOPS", requests * 0.11, when, "Count/Second", **place)
                put("AWS/RDS", "WriteIOPS", requests * 0.05, when, "Count/Second", **place)
            if "aurora" in spec:
                ceiling = spec["aurora"]["high"]
                capacity = round(max(spec["aurora"]["low"], wave((2.5, 1.2, 0.3, None), when)) * 2) / 2
                for place in (dict(DBInstanceIdentifier=spec["aurora"]["id"] + "-1"),
                              dict(DBClusterIdentifier=spec["aurora"]["id"])):
                    put("AWS/RDS", "ServerlessDatabaseCapacity", capacity, when, "Count", **place)
                    put("AWS/RDS", "ACUUtilization", 100 * capacity / ceiling, when, "Percent", **place)
                    put("AWS/RDS", "DatabaseConnections", round(wave(shape["conn"], when)), when, "Count", **place)
                    put("AWS/RDS", "CPUUtilization", wave(shape["dbcpu"], when, high=100), when, "Percent", **place)
            if self.nodes:
                rate = shape["hit"]
                if "hit_end" in shape and left <= 25:
                    rate += (shape["hit_end"] - rate) * min(1.0, (25 - left) / 15)
                total = shape["cachereq"] * minutes * (0.9 + 0.2 * rng.random())
                for node in self.nodes:
                    place = dict(CacheClusterId=node)
                    put("AWS/ElastiCache", "CacheHits", total * rate, when, "Count", **place)
                    put("AWS/ElastiCache", "CacheMisses", total * (1 - rate), when, "Count", **place)
                    put("AWS/ElastiCache", "CacheHitRate", 100 * rate, when, "Percent", **place)
                    put("AWS/ElastiCache", "Evictions", 120 * minutes if rate < 0.8 else 0, when, "Count", **place)
                    put("AWS/ElastiCache", "EngineCPUUtilization", 9 + 4 * rng.random(), when, "Percent", **place)
                    put("AWS/ElastiCache", "CPUUtilization", 14 + 4 * rng.random(), when, "Percent", **place)
            if "queue" in spec:
                q = spec["queue"]
                waiting = round(wave((5, 4, 2, 4), when))
                dead = 3 if left <= 95 else 0
                dead_age = 60 * (95 - left) if dead else 0
                for name, visible, age in ((q["name"], waiting, 40 * waiting), (q["dlq"], dead, dead_age)):
                    put("AWS/SQS", "ApproximateNumberOfMessagesVisible", visible, when, "Count", QueueName=name)
                    put("AWS/SQS", "ApproximateNumberOfMessagesNotVisible", 0, when, "Count", QueueName=name)
                    put("AWS/SQS", "ApproximateAgeOfOldestMessage", max(0, age), when, "Seconds", QueueName=name)
            for nat in self.nats:
                put("AWS/NATGateway", "BytesOutToDestination", requests * 9000 * minutes, when, "Bytes",
                    NatGatewayId=nat)
                put("AWS/NATGateway", "BytesInFromDestination", requests * 21000 * minutes, when, "Bytes",
                    NatGatewayId=nat)
        total = 0
        for namespace, points in data.items():
            for part in chunks(points, 1000):
                cw.put_metric_data(Namespace=namespace, MetricData=part)
            total += len(points)
        self.note("metric points", *[""] * total)

    def newest(self, cw, start, end):
        """The last minute that already has data, so that a second run only appends."""
        s = self.spec["services"][0]
        answer = cw.get_metric_data(
            StartTime=start, EndTime=end, ScanBy="TimestampDescending",
            MetricDataQueries=[{"Id": "m", "MetricStat": {
                "Metric": {"Namespace": "AWS/ECS", "MetricName": "CPUUtilization",
                           "Dimensions": dims(ClusterName=self.spec["cluster"], ServiceName=s["name"])},
                "Period": 60, "Stat": "SampleCount"}}])
        stamps = answer["MetricDataResults"][0]["Timestamps"]
        return max(stamps) if stamps else None

    def budget(self):
        amount = self.spec["budget"]
        if amount is None:
            return
        budgets = self.e.client("budgets", "us-east-1")
        name = f"{self.name}-monthly"
        have = {b["BudgetName"] for b in budgets.describe_budgets(AccountId=self.e.account).get("Budgets", [])}
        if name not in have:
            budgets.create_budget(AccountId=self.e.account, Budget={
                "BudgetName": name, "BudgetLimit": {"Amount": str(amount), "Unit": "USD"}, "TimeUnit": "MONTHLY",
                "BudgetType": "COST", "CostFilters": {"TagKeyValue": [f"user:Project${self.name}"]}})
        self.note("budgets", f"{name} {amount} USD")

    def build(self, options):
        self.network()
        self.notifications()
        self.logs()
        self.load_balancer()
        self.ecs()
        self.databases()
        self.cache()
        self.queues()
        self.batch()
        self.pipe()
        self.pipeline()
        self.alarms()
        self.metrics(options.hours, options.dense_minutes, options.latency)
        self.budget()


# --------------------------------------------------------------------------- cost

def register_costs(emulator, names, keys, copies, today):
    """Queue canned GetCostAndUsage answers: month to date, from each document's monthly table."""
    wanted = [n for n in names if STACKS[n]["cost"]]
    if not wanted:
        return "no cost table in the document"
    ce = emulator.client("ce", "us-east-1")
    end = f"2000-01-02T00:00:{random.randint(0, 59):02d}Z"
    probe = ce.get_cost_and_usage(TimePeriod={"Start": "2000-01-01", "End": end}, Granularity="MONTHLY",
                                  Metrics=["UsageQuantity"],
                                  Filter={"Dimensions": {"Key": "SERVICE", "Values": [uuid.uuid4().hex]}})
    if probe["ResultsByTime"]:
        return "already queued (use --reset to replace them)"
    first = today.replace(day=1)
    tomorrow = today + dt.timedelta(days=1)
    share = today.day / calendar.monthrange(today.year, today.month)[1]
    groups, definitions = [], []
    for n in wanted:
        for service_name, amount in STACKS[n]["cost"].items():
            names_of_group = [service_name] if keys == "service" else [f"Project${n}", service_name]
            groups.append({"Keys": names_of_group,
                           "Metrics": {"UnblendedCost": {"Amount": f"{amount * share:.10f}", "Unit": "USD"}}})
    if keys == "service":                     # several stacks: one line per service
        merged = {}
        for g in groups:
            key = g["Keys"][0]
            merged[key] = merged.get(key, 0.0) + float(g["Metrics"]["UnblendedCost"]["Amount"])
        groups = [{"Keys": [k], "Metrics": {"UnblendedCost": {"Amount": f"{v:.10f}", "Unit": "USD"}}}
                  for k, v in merged.items()]
        definitions = [{"Type": "DIMENSION", "Key": "SERVICE"}]
    else:
        definitions = [{"Type": "TAG", "Key": "Project"}, {"Type": "DIMENSION", "Key": "SERVICE"}]
    result = {"GroupDefinitions": definitions, "DimensionValueAttributes": [], "ResultsByTime": [
        {"TimePeriod": {"Start": first.isoformat(), "End": tomorrow.isoformat()}, "Total": {},
         "Groups": groups, "Estimated": True}]}
    emulator.post("/moto-api/static/ce/cost-and-usage-results",
                  {"account_id": emulator.account, "results": [result] * copies})
    total = sum(float(g["Metrics"]["UnblendedCost"]["Amount"]) for g in groups)
    return f"{copies} answers queued, keys {keys}: {len(groups)} lines, month to date {total:.2f} USD"


# --------------------------------------------------------------------------- main

def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("stacks", nargs="+", choices=[*STACKS, "all"], metavar="stack",
                   help=f"one or more of {', '.join(STACKS)}, or all (= {', '.join(FIVE)})")
    p.add_argument("--endpoint-url", required=True, help="the emulator, such as http://127.0.0.1:5555")
    p.add_argument("--reset", action="store_true", help="empty the whole emulator first")
    p.add_argument("--account-id", default=DEFAULT_ACCOUNT,
                   help="the 12-digit account that owns the resources (default %(default)s)")
    p.add_argument("--hours", type=int, default=3, help="hours of metric data (default %(default)s)")
    p.add_argument("--dense-minutes", type=int, default=60,
                   help="how much of it, counted back from now, has 1-minute points (default %(default)s)")
    p.add_argument("--latency", action="store_true",
                   help="also put TargetResponseTime; moto then answers percentile queries with HTTP 500")
    p.add_argument("--cost-keys", choices=["service", "project-service"],
                   help="grouping of the canned cost answer (default: service for one stack, else project-service)")
    p.add_argument("--cost-copies", type=int, default=200,
                   help="how many different cost requests get the canned answer (default %(default)s)")
    options = p.parse_args()
    names = list(dict.fromkeys(n for s in options.stacks for n in (FIVE if s == "all" else [s])))
    if "codemate" in names and "codemate-dev" in names:
        p.error("codemate and codemate-dev share their names: give codemate-dev another --account-id")
    began = time.monotonic()

    emulator = Emulator(options.endpoint_url, options.account_id)
    emulator.check()
    if options.reset:
        emulator.post("/moto-api/reset")
    emulator.post("/moto-api/config", {"batch": {"use_docker": False}})
    emulator.transition("ecs::task", progression="manual", times=NEVER)
    emulator.transition("batch::job", progression="manual", times=NEVER)
    emulator.use_account()

    now = dt.datetime.now(UTC)
    for name in names:
        stack = Stack(emulator, name, now)
        stack.build(options)
        print(f"{name} ({stack.region}, account {emulator.account})")
        for kind, items in stack.made.items():
            shown = str(len(items)) if kind in ("metric points", "running tasks") else ", ".join(items)
            print(f"  {kind:<18} {shown}")
    keys = options.cost_keys or ("service" if len(names) == 1 else "project-service")
    print(f"Cost Explorer: {register_costs(emulator, names, keys, options.cost_copies, now.date())}")
    print(f"done in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()
