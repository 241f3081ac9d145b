"""How `mailtown serve` is started, told and ended."""
import json
import re
import resource
import signal
import smtplib
import socket
import subprocess
import tempfile
import threading
import unittest

from served import MAILTOWN, PATIENCE, Case, Dialogue, Served, scenario


def run(*arguments):
    return subprocess.run([MAILTOWN, *arguments], capture_output=True, text=True, timeout=PATIENCE,
                          stdin=subprocess.DEVNULL)


class Arguments(unittest.TestCase):
    def test_wrong_ones_are_told_in_one_line(self):
        file = scenario("one-letter")
        for arguments in (["serve"], ["serve", file, "--speed", "fast"], ["serve", file, "--speed", "-1"],
                          ["serve", file, "--bind", "somewhere"], ["serve", file, "--bogus"], ["serve", file, "--session"],
                          ["serve", file, file], ["serve", file, "--first-port", "70000"], ["serves"],
                          ["serve", file, "--lang", "zz"], ["run", file, "--lang", "zz"],
                          ["snapshot", file, "--lang", "zz", "-o", "/nowhere/x.png"]):
            answer = run(*arguments)
            self.assertEqual(answer.returncode, 2, arguments)
            self.assertEqual(answer.stdout, "", arguments)
            self.assertEqual(len(answer.stderr.splitlines()), 1, answer.stderr)
            self.assertIn("--help", answer.stderr)

    def test_a_scenario_that_is_not_there(self):
        answer = run("serve", "/nowhere/at-all.yaml")
        self.assertEqual(answer.returncode, 2)
        self.assertIn("/nowhere/at-all.yaml", answer.stderr)

    def test_help(self):
        answer = run("serve", "--help")
        self.assertEqual(answer.returncode, 0)
        for word in ("--bind", "--speed", "--session"):
            self.assertIn(word, answer.stdout)

    def test_a_taken_port_is_named(self):
        town = Served()
        try:
            with self.assertRaisesRegex(RuntimeError, f"port {town.first_port + 25} .*is taken") as told:
                Served(first_port=town.first_port)
            # One sentence, however many ports there are.
            self.assertEqual(str(told.exception).count("is taken"), 1)
            self.assertRegex(str(told.exception), r"\d+ of the town's ports in all .*--bind")
        finally:
            town.stop()


class Roles(unittest.TestCase):
    def test_a_host_opens_the_ports_of_its_roles(self):
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write("mailtown: 1\n"
                       "hosts:\n"
                       "  out: {domains: [fuji.example], roles: [submission, relay]}\n"
                       "  in: {domains: [fuji.example], roles: [mx, mailbox]}\n"
                       "users: {sato@fuji.example: {password: secret}}\n"
                       "clients: {pc: {user: sato@fuji.example, outgoing: out, incoming: in}}\n")
            file.flush()
            town = Served(file.name)
        try:
            self.assertEqual(set(town.ports["out"]), {"host", "smtp", "submission", "smtps"})
            self.assertEqual(set(town.ports["in"]), {"host", "smtp", "pop3", "pop3s", "imap", "imaps"})
            with self.assertRaises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", town.first_port + 110), timeout=PATIENCE)
            town.connect("in", "pop3").close()
        finally:
            self.assertEqual(town.stop(), 0)


class Memory(unittest.TestCase):
    def test_town_time_costs_none(self):
        # Its mail programs look for mail every few minutes, day and night.
        town = Served("maintenance", speed=10_000_000)
        self.addCleanup(town.stop)
        day = 86_400_000_000
        town.wait_for(lambda status: status["t"] > day)
        early = town.memory()
        town.wait_for(lambda status: status["t"] > 8 * day)
        self.assertLess(town.memory() - early, 15 << 20)
        self.assertTrue(town.tell("speed 0")["ok"])

    def test_without_it_the_program_says_so_and_ends(self):
        town = Served(speed=0)
        self.addCleanup(town.stop)
        town.limit(resource.RLIMIT_AS, town.memory("VmSize") + (64 << 20))
        with self.assertRaises((OSError, smtplib.SMTPException)):
            client = smtplib.SMTP("127.0.0.1", town.ports["fuji"]["smtp"], timeout=PATIENCE)
            for _ in range(100):
                client.sendmail("a@elsewhere.example", "sato@fuji.example",
                                b"Subject: large\r\n\r\n" + b"0123456789abcde\r\n" * 200_000)
        self.assertEqual(town.process.wait(PATIENCE), 1)
        self.assertEqual(town.said(), "mailtown: there is not enough memory\n")


class Commands(Case):
    def test_ready_tells_all(self):
        first = self.town.first_port
        self.assertIs(self.town.ready["ready"], True)
        self.assertEqual(self.town.ports["sakura"], {
            "host": "sakura", "smtp": first + 25, "submission": first + 587, "smtps": first + 465, "pop3": first + 110,
            "pop3s": first + 995, "imap": first + 143, "imaps": first + 993})
        self.assertEqual(self.town.ports["fuji"]["smtp"], first + 1025)
        self.assertEqual(self.town.dns, first + 53)
        self.assertIn("aoki@sakura.example", self.town.passwords)

    def test_each_command_has_one_answer(self):
        self.assertTrue(self.town.tell("help")["ok"])
        self.assertTrue(self.town.tell("speed 5")["ok"])
        self.assertEqual(self.town.status()["speed"], 5)
        for wrong in ("down nowhere", "down", "up", "speed", "speed x", "speed nan", "send", "send a b", "launch",
                      "send aoki@sakura.example nobody", "quit now", "\x00\x01",
                      "send aoki@sakura.example sato@fuji.example " + "x" * 1000):
            answer = self.town.tell(wrong)
            self.assertIs(answer["ok"], False, wrong)
            self.assertTrue(answer["error"], wrong)

    def test_send_posts_from_a_home(self):
        self.town.tell("speed 1000")
        before = self.town.status()["delivered"]
        self.assertTrue(self.town.tell("send aoki@sakura.example sato@fuji.example Hello from here")["ok"])
        self.town.wait_for(lambda status: status["delivered"] > before)

    def test_down_and_up_show_in_the_status(self):
        self.town.tell("down fuji")
        self.assertEqual({host["host"]: host["up"] for host in self.town.status()["hosts"]}["fuji"], False)
        self.town.tell("up fuji")
        self.assertEqual({host["host"]: host["up"] for host in self.town.status()["hosts"]}["fuji"], True)

    def test_the_end_of_its_input_does_not_end_it(self):
        self.town.process.stdin.close()
        with socket.create_connection(("127.0.0.1", self.town.ports["fuji"]["smtp"]), timeout=PATIENCE) as sock:
            self.assertTrue(sock.recv(100).startswith(b"220 "))
        self.assertIsNone(self.town.process.poll())

    def test_whoever_does_not_read_its_answers_stops_nobody_else(self):
        asked = 5000
        writing = threading.Thread(target=lambda: (self.town.process.stdin.write("status\n" * asked),
                                                   self.town.process.stdin.flush()))
        writing.start()
        for _ in range(20):
            with self.town.connect("fuji", "smtp") as sock:
                self.assertTrue(Dialogue(sock).reply().startswith("220"))
        for _ in range(asked):
            self.assertIn("letters", json.loads(self.town.process.stdout.readline()))
        writing.join()

    def test_a_last_line_may_lack_its_end(self):
        self.town.process.stdin.write("quit")
        self.town.process.stdin.close()
        self.assertEqual(self.town.process.wait(PATIENCE), 0)

    def test_quit_says_goodbye(self):
        with socket.create_connection(("127.0.0.1", self.town.ports["fuji"]["smtp"]), timeout=PATIENCE) as sock:
            file = sock.makefile("rb")
            file.readline()
            self.assertTrue(self.town.tell("quit")["ok"])
            self.assertTrue(file.readline().startswith(b"421 "))
            self.assertEqual(file.read(), b"")
        self.assertEqual(self.town.process.wait(PATIENCE), 0)

    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            town = Served()
            town.process.send_signal(number)
            self.assertEqual(town.process.wait(PATIENCE), 0)
            town.stop()
