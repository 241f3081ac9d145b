"""`mailtown serve` for a test: started on free ports, told what to do, ended."""
import json
import os
import random
import resource
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import unittest
from email.message import EmailMessage

MAILTOWN = os.environ.get("MAILTOWN", "build/debug/bin/mailtown")
SCENARIOS = os.environ.get("MAILTOWN_SCENARIOS", os.path.join(os.path.dirname(__file__), "..", "..", "scenarios"))
PATIENCE = 60  # seconds a test waits for something that should come at once


def scenario(name):
    """The path of a shipped scenario; of another one as it is."""
    return name if name.endswith(".yaml") else os.path.join(SCENARIOS, name + ".yaml")


class Served:
    """A running `mailtown serve`; `ports` by host key and service name."""

    def __init__(self, name="one-letter", speed=1, session=None, data=None, first_port=None, arguments=(), **process):
        self.data = data or tempfile.mkdtemp(prefix="mailtown-test-")
        self.own_data = data is None
        for _ in range(20):
            # Below the range that outgoing connections take their ports from.
            self.first_port = first_port or random.randrange(4000, 26000)
            command = [MAILTOWN, "serve", scenario(name), "--speed", str(speed), "--first-port",
                       str(self.first_port), *arguments]
            if session:
                command += ["--session", session]
            self.errors = tempfile.TemporaryFile("w+")
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                            text=True, env={**os.environ, "XDG_DATA_HOME": self.data}, **process)
            line = self.process.stdout.readline()
            if line:
                break
            self.process.wait(PATIENCE)
            said = self.said()
            self._close()
            if "is taken" not in said or first_port:
                raise RuntimeError("mailtown serve did not start: " + said)
        self.ready = json.loads(line)
        self.ports = {server["host"]: server for server in self.ready["servers"]}
        self.dns = self.ready["dns"]
        self.passwords = {user["address"]: user["password"] for user in self.ready["users"]}
        self.certificate = self.ready["certificate"]

    def said(self):
        self.errors.seek(0)
        return self.errors.read()

    def tell(self, command):
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def status(self):
        return self.tell("status")

    def wait_for(self, condition):
        """Asks for the status until `condition` holds of it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            status = self.status()
            if condition(status):
                return status
        raise AssertionError(f"it never came to it: {status}")

    def tls(self):
        return ssl.create_default_context(cafile=self.certificate)

    def connect(self, host, service, address="127.0.0.1"):
        return socket.create_connection((address, self.ports[host][service]), timeout=PATIENCE)

    def memory(self, what="VmRSS"):
        """Octets it takes (VmRSS), or has reserved (VmSize)."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) << 10 for line in status if line.startswith(what + ":"))

    def limit(self, what, octets):
        """From now on; None: no longer."""
        hard = resource.prlimit(self.process.pid, what)[1]
        resource.prlimit(self.process.pid, what, (hard if octets is None else octets, hard))

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE)
        self._close()

    def stop(self):
        """Asks it to end; its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self._close()
        if self.own_data:
            shutil.rmtree(self.data, ignore_errors=True)
        return code

    def _close(self):
        for file in (self.process.stdin, self.process.stdout, self.errors):
            file.close()


class Case(unittest.TestCase):
    """A test with a town of its own; `scenario_name` and `speed` may be set by the class."""

    scenario_name = "one-letter"
    speed = 1

    def setUp(self):
        self.town = Served(self.scenario_name, self.speed)
        self.addCleanup(self._end)

    def _end(self):
        alive = self.town.process.poll() is None
        code = self.town.stop()
        if alive:
            self.assertEqual(code, 0)


def letter(sender, recipient, subject="Hello", body="How are you?\n"):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, recipient, subject
    message.set_content(body)
    return message


class Dialogue:
    """A conversation typed by hand: lines out, whole answers back."""

    def __init__(self, sock):
        self.sock = sock
        self.file = sock.makefile("rb")

    def send(self, octets):
        self.sock.sendall(octets)

    def line(self):
        return self.file.readline().decode("utf-8", "replace").rstrip("\r\n")

    def reply(self):
        """One SMTP reply; its last line."""
        while True:
            line = self.line()
            if len(line) < 4 or line[3] != "-":
                return line

    def ask(self, command):
        self.send(command.encode() + b"\r\n")
        return self.reply()

    def ended(self):
        """The server closed: True once everything was read."""
        try:
            return self.file.read() is not None
        except ConnectionResetError:
            return True

    def close(self):
        self.file.close()
        self.sock.close()
