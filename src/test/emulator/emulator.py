"""The emulator's endpoint, its control API and boto3 clients, shared by the scripts beside it."""
import ipaddress
import json
import socket
import sys
import urllib.error
import urllib.parse
import urllib.request

import boto3
from botocore.config import Config

from stacks import DEFAULT_ACCOUNT


class Emulator:
    """The emulator's endpoint, its control API and cached boto3 clients."""

    def __init__(self, endpoint, account):
        self.endpoint = endpoint.rstrip("/")
        self.account = account
        self.keys = dict(aws_access_key_id="emulator", aws_secret_access_key="emulator")
        self.clients = {}

    def check(self):
        host = urllib.parse.urlsplit(self.endpoint).hostname or ""
        try:
            addresses = {ipaddress.ip_address(i[4][0]) for i in socket.getaddrinfo(host, None)}
        except (OSError, ValueError):
            addresses = set()
        if not addresses or not all(a.is_loopback or a.is_private for a in addresses):
            sys.exit(f"{self.endpoint} is not a loopback or private address: refusing to write there")
        try:
            with urllib.request.urlopen(
                    self.endpoint + "/moto-api/state-manager/get-transition?model_name=ecs::task", timeout=10):
                pass
        except (urllib.error.URLError, OSError) as e:
            sys.exit(f"no emulator answers at {self.endpoint} ({e}); start moto_server first")

    def post(self, path, body=None):
        data = json.dumps(body).encode() if body is not None else b""
        request = urllib.request.Request(self.endpoint + path, data=data, method="POST",
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as reply:
            return reply.read()

    def transition(self, model, **how):
        self.post("/moto-api/state-manager/set-transition", {"model_name": model, "transition": how})

    def client(self, name, region):
        key = (name, region)
        if key not in self.clients:
            self.clients[key] = boto3.client(
                name, region_name=region, endpoint_url=self.endpoint,
                config=Config(retries={"max_attempts": 1}, connect_timeout=5, read_timeout=60,
                              disable_request_compression=True),   # moto cannot read gzip bodies
                **self.keys)
        return self.clients[key]

    def use_account(self):
        if self.account == DEFAULT_ACCOUNT:
            return
        answer = self.client("sts", "us-east-1").assume_role(
            RoleArn=f"arn:aws:iam::{self.account}:role/provision", RoleSessionName="provision")
        c = answer["Credentials"]
        self.keys = dict(aws_access_key_id=c["AccessKeyId"],
                         aws_secret_access_key=c["SecretAccessKey"],
                         aws_session_token=c["SessionToken"])
        self.clients = {}
