#!/usr/bin/env python3
"""Change something in the emulator with boto3, so that a test can see the console follow.

Usage (all with --endpoint-url, --region and, for another account, --account-id):
    change.py … desired CLUSTER SERVICE COUNT
    change.py … stop CLUSTER TASK REASON
    change.py … message QUEUE BODY
    change.py … alarm NAME STATE REASON
    change.py … parameter GROUP VALUE                       (max_connections of a DB parameter group)
    change.py … deregister TARGET-GROUP ID PORT
    change.py … datum NAMESPACE NAME DIMENSIONS(json) AT(ISO instant) VALUE
    change.py … errors LOAD-BALANCER BEGIN(ISO instant) 1,2,…  (5xx of its targets, each minute)
    change.py … range CLUSTER SERVICE MIN MAX
    change.py … pipe NAME stop|start
    change.py … log GROUP STREAM AT(ISO instant) MESSAGE

Several changes of one Region and account are separated by a "+" of its own. Prints an empty JSON object.
"""
import argparse
import datetime as dt
import itertools
import json

from emulator import Emulator
from stacks import DEFAULT_ACCOUNT


def desired(e, region, cluster, service, count):
    e.client("ecs", region).update_service(cluster=cluster, service=service, desiredCount=int(count))


def stop(e, region, cluster, task, reason):
    e.client("ecs", region).stop_task(cluster=cluster, task=task, reason=reason)


def message(e, region, queue, body):
    sqs = e.client("sqs", region)
    sqs.send_message(QueueUrl=sqs.get_queue_url(QueueName=queue)["QueueUrl"], MessageBody=body)


def alarm(e, region, name, state, reason):
    e.client("cloudwatch", region).set_alarm_state(AlarmName=name, StateValue=state, StateReason=reason)


def parameter(e, region, group, value):
    e.client("rds", region).modify_db_parameter_group(DBParameterGroupName=group, Parameters=[
        {"ParameterName": "max_connections", "ParameterValue": value, "ApplyMethod": "pending-reboot"}])


def deregister(e, region, group, id, port):
    elb = e.client("elbv2", region)
    arn = elb.describe_target_groups(Names=[group])["TargetGroups"][0]["TargetGroupArn"]
    elb.deregister_targets(TargetGroupArn=arn, Targets=[{"Id": id, "Port": int(port)}])


def datum(e, region, namespace, name, dimensions, at, value):
    e.client("cloudwatch", region).put_metric_data(Namespace=namespace, MetricData=[{
        "MetricName": name, "Value": float(value), "Timestamp": dt.datetime.fromisoformat(at.replace("Z", "+00:00")),
        "Dimensions": [{"Name": k, "Value": v} for k, v in json.loads(dimensions).items()]}])


def errors(e, region, balancer, begin, counts):
    arn = e.client("elbv2", region).describe_load_balancers(Names=[balancer])["LoadBalancers"][0]["LoadBalancerArn"]
    first = dt.datetime.fromisoformat(begin.replace("Z", "+00:00"))
    data = [{"MetricName": "HTTPCode_Target_5XX_Count", "Value": float(count),
             "Timestamp": first + dt.timedelta(minutes=minute),
             "Dimensions": [{"Name": "LoadBalancer", "Value": arn.split(":loadbalancer/")[1]}]}
            for minute, count in enumerate(counts.split(","))]
    e.client("cloudwatch", region).put_metric_data(Namespace="AWS/ApplicationELB", MetricData=data)


def scaling_range(e, region, cluster, service, low, high):
    e.client("application-autoscaling", region).register_scalable_target(
        ServiceNamespace="ecs", ResourceId=f"service/{cluster}/{service}", ScalableDimension="ecs:service:DesiredCount",
        MinCapacity=int(low), MaxCapacity=int(high))


def pipe(e, region, name, what):
    """To its end: by itself moto goes on from STOPPED to STARTING."""
    pipes = e.client("pipes", region)
    e.transition("pipes::pipe", progression="manual", times=1)
    {"stop": pipes.stop_pipe, "start": pipes.start_pipe}[what](Name=name)
    pipes.describe_pipe(Name=name)
    e.transition("pipes::pipe", progression="manual", times=10**9)


def log(e, region, group, stream, at, text):
    logs = e.client("logs", region)
    logs.create_log_stream(logGroupName=group, logStreamName=stream)
    logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=[{
        "timestamp": int(dt.datetime.fromisoformat(at.replace("Z", "+00:00")).timestamp() * 1000), "message": text}])


CHANGES = dict(desired=desired, stop=stop, message=message, alarm=alarm, parameter=parameter, deregister=deregister,
               datum=datum, errors=errors, range=scaling_range, pipe=pipe, log=log)


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--endpoint-url", required=True)
    p.add_argument("--region", required=True)
    p.add_argument("--account-id", default=DEFAULT_ACCOUNT)
    p.add_argument("changes", nargs="+")
    options = p.parse_args()
    emulator = Emulator(options.endpoint_url, options.account_id)
    emulator.check()
    emulator.use_account()
    for _, words in itertools.groupby(options.changes, lambda word: word == "+"):
        change, *arguments = words
        if change != "+":
            CHANGES[change](emulator, options.region, *arguments)
    print("{}")


if __name__ == "__main__":
    main()
