"""A demo township on this machine, for the scripts that ask its API."""
import json
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EVENING = "2026-06-24T19:20"
STATION = "/api/v1/stations/sanhe"


def built():
    """The program, made from this checkout."""
    subprocess.run(["cargo", "build", "--quiet"], cwd=ROOT, check=True)
    return Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug" / "yizhan"


def installed(venv, packages):
    """An environment of Python with these packages, made if it is not there."""
    pip = venv / "bin" / "pip"
    if not pip.exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([pip, "install", "--quiet", "--disable-pip-version-check", *packages], check=True)


class Demo:
    """A demo township; it ends with the `with`."""

    def __init__(self, program):
        self.program = program

    def __enter__(self):
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            port = door.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        words = [self.program, "demo", "--at", EVENING, "--port", str(port)]
        self.child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self.child.stdout:
            if found := re.search(r"login (\S+), password (\S+)", line):
                self.login, self.password = found.groups()
                return self
        raise SystemExit("the demo did not start")

    def __exit__(self, *_):
        self.child.terminate()
        self.child.wait(timeout=30)

    def ask(self, method, path, token=None, body=None):
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
        data = json.dumps(body).encode() if body is not None else None
        asked = urllib.request.Request(self.base + path, method=method, headers=headers, data=data)
        try:
            with urllib.request.urlopen(asked, timeout=20) as answer:
                said = answer.read().decode()
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}")
        return json.loads(said) if said.startswith(("{", "[")) else said

    def manager(self):
        asked = {"login": self.login, "password": self.password}
        return self.ask("POST", "/api/v1/staff/sessions", body=asked)["token"]
