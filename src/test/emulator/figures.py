"""The metrics that `status --json` shows, and what boto3 reads of them in one account and Region."""
import datetime as dt

from read import pages

LOOKED_AT = 75 * 60                    # what has been provisioned is newer, and moto reads metrics slowly

#          namespace, name, statistic, period, dimensions
METRICS = {
    "service.cpu": ("AWS/ECS", "CPUUtilization", "Average", 60, ("ClusterName", "ServiceName")),
    "service.memory": ("AWS/ECS", "MemoryUtilization", "Average", 60, ("ClusterName", "ServiceName")),
    "lb.requests": ("AWS/ApplicationELB", "RequestCount", "Sum", 60, ("LoadBalancer",)),
    "lb.target5xx": ("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "Sum", 60, ("LoadBalancer",)),
    "lb.elb5xx": ("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "Sum", 60, ("LoadBalancer",)),
    "tg.healthy": ("AWS/ApplicationELB", "HealthyHostCount", "Minimum", 60, ("TargetGroup", "LoadBalancer")),
    "tg.unhealthy": ("AWS/ApplicationELB", "UnHealthyHostCount", "Maximum", 60, ("TargetGroup", "LoadBalancer")),
    "db.connections": ("AWS/RDS", "DatabaseConnections", "Maximum", 60, ("DB",)),
    "db.cpu": ("AWS/RDS", "CPUUtilization", "Average", 60, ("DB",)),
    "db.freeStorage": ("AWS/RDS", "FreeStorageSpace", "Minimum", 300, ("DB",)),
    "db.acu": ("AWS/RDS", "ServerlessDatabaseCapacity", "Average", 60, ("DB",)),
    "cache.hits": ("AWS/ElastiCache", "CacheHits", "Sum", 60, ("CacheClusterId",)),
    "cache.misses": ("AWS/ElastiCache", "CacheMisses", "Sum", 60, ("CacheClusterId",)),
    "cache.evictions": ("AWS/ElastiCache", "Evictions", "Sum", 60, ("CacheClusterId",)),
    "queue.oldestAge": ("AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum", 60, ("QueueName",)),
}
HOW = {"Sum": sum, "Maximum": max, "Minimum": min, "Average": lambda values: sum(values) / len(values)}


def at(second):
    return dt.datetime.fromtimestamp(second, dt.timezone.utc)


def iso(second):
    return at(second).isoformat().replace("+00:00", "Z")


class Site:
    """One account and Region: boto3 clients, and every series of a metric read once."""

    def __init__(self, emulator, region, now):
        self.emulator, self.region, self.now, self.read = emulator, region, now, {}

    def client(self, name):
        return self.emulator.client(name, self.region)

    def sets(self, metric):
        """[(dimensions, {second: value})] of every dimension set in which the metric exists. Read with
        GetMetricStatistics, which is not what the console uses."""
        namespace, name, statistic, period, _ = METRICS[metric]
        if metric not in self.read:
            cw, found = self.client("cloudwatch"), []
            for page in pages(cw.list_metrics, Namespace=namespace, MetricName=name):
                for m in page["Metrics"]:
                    dimensions = {d["Name"]: d["Value"] for d in m["Dimensions"]}
                    if dimensions not in found:
                        found.append(dimensions)
            self.read[metric] = [(one, {
                int(point["Timestamp"].timestamp()): point[statistic]
                for point in cw.get_metric_statistics(
                    Namespace=namespace, MetricName=name, Period=period, Statistics=[statistic],
                    Dimensions=[{"Name": k, "Value": v} for k, v in sorted(one.items())],
                    StartTime=at(self.now // 300 * 300 - LOOKED_AT), EndTime=at(self.now // 300 * 300 + 300))[
                        "Datapoints"]}) for one in found]
        return self.read[metric]

    def series(self, metric, fits):
        """Of all dimension sets that fit, added together, the periods that are over."""
        total, period = {}, METRICS[metric][3]
        for dimensions, samples in self.sets(metric):
            if fits(dimensions):
                for second, value in samples.items():
                    if second + period <= self.now:
                        total[second] = total.get(second, 0) + value
        return total
