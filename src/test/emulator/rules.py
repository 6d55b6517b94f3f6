"""The rules of a stack file, evaluated by the words of `src/docs/stack-files.md` and by nothing of the console."""
import re

DELAY = 180                            # CloudWatch publishes a period up to this long after its end
WEAK, STRONG = "warning", "critical"

# The console's own rules: name, metric, direction, threshold, of how many minutes, severity.
OURS = [("running-below-desired", "service.missing", "above", 0, 5, WEAK),
        ("running-below-half", "service.runningPercent", "below", 50, 5, STRONG),
        ("deployment-failed", "service.failedDeployments", "above", 0, 1, STRONG),
        ("pipeline-failed", "pipeline.failed", "above", 0, 1, WEAK),
        ("dead-letters", "queue.deadLetters", "above", 0, 1, WEAK),
        ("dead-letters-destroyed-soon", "queue.deadLetterHoursLeft", "below", 72, 1, WEAK),
        ("dead-letters-destroyed-now", "queue.deadLetterHoursLeft", "below", 24, 1, STRONG),
        ("failed-batch-jobs", "batch.failed24h", "above", 0, 1, WEAK),
        ("unhealthy-targets", "tg.unhealthy", "above", 0, 2, WEAK)]


class Rule:
    def __init__(self, name, metric, direction, threshold, seconds, breaching, of, severity, missing, on=None):
        self.name, self.metric, self.direction, self.threshold = name, metric, direction, threshold
        self.seconds, self.breaching, self.of = seconds, breaching, of
        self.severity, self.missing, self.on = severity, missing, on

    def breaches(self, value):
        if value is None:
            return self.missing == "breaching"
        return value > self.limit if self.direction == "above" else value < self.limit

    def no_data(self):
        return {"breaching": "ALARM", "notBreaching": "OK"}.get(self.missing, "UNKNOWN")


def rules(file):
    """Those of the file, then ours that it does not override."""
    own = [in_file(r) for r in file.get("rules", [])]
    names = {r.name for r in own}
    return own + [Rule(name, metric, direction, threshold, 60, of, of, severity, "notBreaching")
                  for name, metric, direction, threshold, of, severity in OURS if name not in names]


def in_file(r):
    direction = "above" if "above" in r else "below"
    n, m = r.get("breaching", r.get("of", 1)), r.get("of", r.get("breaching", 1))
    return Rule(r["name"], r["metric"], direction, r[direction], seconds(r.get("period", "5m")), n, m, r["severity"],
                r.get("missing", "missing"), r.get(True))         # "on" is a word for true in YAML 1.1


def seconds(period):
    return period if isinstance(period, int) else int(period[:-1]) * {"m": 60, "h": 3600}[period[-1]]


def threshold(rule, limits):
    """A number, or a percentage of one of the limits; None where nobody knows the limit."""
    share = re.fullmatch(r"([\d.]+) % of (\w+)", str(rule.threshold))
    if not share:
        return rule.threshold
    whole = limits.get(share[2])
    return None if whole is None else whole * float(share[1]) / 100


def judge(rule, series, base, how, now, polled=False, unread=False):
    """State, value and since of a rule over {second: value}, of which each value holds for `base` seconds.

    `how` makes one value of those in a period. A metric that the console counts itself has no past before its first
    value. `unread`: that there is nothing is then no statement about the component.
    """
    series = {at: value for at, value in series.items() if polled or at + base <= now}
    if not series:
        return ("UNKNOWN" if unread else rule.no_data()), None, None
    length, first, newest = max(rule.seconds, base), min(series), max(series) + base
    expected = now // 60 * 60
    end = newest if expected - newest <= DELAY + base or rule.missing == "ignore" else expected
    if unread and end != newest:
        return "UNKNOWN", None, None

    def value(start):
        inside = [series[at] for at in sorted(series) if start <= at < start + length]
        return how(inside) if inside else None

    def tipped(start):
        return max((at for at in series if start <= at < start + length), default=start + length - base)

    starts = [end - length * (i + 1) for i in range(rule.of)]
    starts = [s for s in starts if not polled or s + length > first]
    found = [value(s) for s in starts]
    latest = next((v for v in found if v is not None), None)
    breaching = [s for s, v in zip(starts, found) if rule.breaches(v)]
    if breaching and len(breaching) >= min(rule.breaching, len(starts)):
        since, to = tipped(breaching[0]), breaching[0] + length - base
        while to > first:                              # sample by sample: the same whenever it is asked
            v = value(to - length)
            if not (polled and v is None):             # nobody looked: that ends nothing
                if not rule.breaches(v):
                    break
                since = tipped(to - length)
            to -= base
        return "ALARM", latest, since
    return (rule.no_data() if latest is None else "OK"), latest, None
