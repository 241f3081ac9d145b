"""What got its 250 is on disk."""
import imaplib
import os
import resource
import shutil
import smtplib
import tempfile
import threading
import unittest

from served import Served, letter

AOKI, SATO = "aoki@sakura.example", "sato@fuji.example"


class Durability(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="mailtown-test-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.session = os.path.join(self.folder, "town.mailtown")

    def serve(self, **options):
        town = Served(session=self.session, data=self.folder, **options)
        self.addCleanup(lambda: town.process.poll() is None and town.kill())
        return town

    def post(self, town, count):
        with smtplib.SMTP("127.0.0.1", town.ports["fuji"]["smtp"]) as client:
            for number in range(count):
                client.sendmail("someone@elsewhere.example", SATO,
                                letter("someone@elsewhere.example", SATO).as_bytes())

    def test_a_letter_survives_kill_9(self):
        town = self.serve(speed=0)
        before = town.status()["letters"]
        self.post(town, 20)
        town.kill()
        town = self.serve(speed=100)
        self.assertEqual(town.status()["letters"], before + 20)
        town.wait_for(lambda status: status["delivered"] >= 20)
        self.assertEqual(town.stop(), 0)

    def test_every_answered_letter_survives_kill_9_under_load(self):
        town = self.serve(speed=0)
        before = town.status()["letters"]
        answered = [0] * 6
        enough = threading.Event()

        def post(index):
            client = None
            try:
                client = smtplib.SMTP("127.0.0.1", town.ports["fuji"]["smtp"])
                while True:
                    client.sendmail("a@elsewhere.example", SATO, b"Subject: load\r\n\r\nHello\r\n")
                    answered[index] += 1
                    if sum(answered) >= 300:
                        enough.set()
            except (OSError, smtplib.SMTPException):
                if client:
                    client.close()

        threads = [threading.Thread(target=post, args=(index,)) for index in range(len(answered))]
        for thread in threads:
            thread.start()
        enough.wait(60)
        town.kill()
        for thread in threads:
            thread.join()
        self.assertGreaterEqual(sum(answered), 300)
        town = self.serve(speed=0)
        self.assertGreaterEqual(town.status()["letters"], before + sum(answered))
        self.assertEqual(town.stop(), 0)

    def test_what_a_reader_did_survives_kill_9_and_uids_stay(self):
        def read(town):
            client = imaplib.IMAP4("127.0.0.1", town.ports["fuji"]["imap"])
            client.login(SATO, town.passwords[SATO])
            client.select()
            return client

        town = self.serve(speed=1)
        self.post(town, 3)
        town.wait_for(lambda status: status["delivered"] >= 3)
        client = read(town)
        self.assertEqual(client.store("1", "+FLAGS", "(\\Flagged)")[0], "OK")
        self.assertEqual(client.append("INBOX", None, None, b"Subject: kept\r\n\r\nHello\r\n")[0], "OK")
        validity = client.response("UIDVALIDITY")[1]
        uids = client.uid("SEARCH", None, "ALL")[1]
        town.kill()
        client.shutdown()
        town = self.serve(speed=0)
        client = read(town)
        self.assertEqual(client.response("UIDVALIDITY")[1], validity)
        self.assertEqual(client.uid("SEARCH", None, "ALL")[1], uids)
        self.assertEqual(client.search(None, "FLAGGED")[1], [b"1"])
        client.logout()
        self.assertEqual(town.stop(), 0)

    def test_what_the_disk_refuses_never_happened(self):
        town = self.serve(speed=1, restore_signals=False)  # SIGXFSZ stays ignored, as Python has it
        before = town.status()["letters"]
        self.post(town, 2)
        town.limit(resource.RLIMIT_FSIZE, 0)
        for _ in range(3):
            with self.assertRaises(smtplib.SMTPDataError) as refused:
                self.post(town, 1)
            self.assertEqual(refused.exception.smtp_code, 451)
        for command in ("down sakura", f"send {AOKI} {SATO} Hello"):
            self.assertFalse(town.tell(command)["ok"], command)
        status = town.status()
        self.assertEqual(status["letters"], before + 2)
        self.assertTrue(all(host["up"] for host in status["hosts"]))
        town.connect("sakura", "smtp").close()
        town.limit(resource.RLIMIT_FSIZE, None)
        self.post(town, 1)
        self.assertTrue(town.tell("down sakura")["ok"])
        self.assertEqual(town.status()["letters"], before + 3)
        town.kill()
        town = self.serve(speed=0)
        self.assertEqual(town.status()["letters"], before + 3)
        self.assertEqual([host["host"] for host in town.status()["hosts"] if not host["up"]], ["sakura"])
        self.assertEqual(town.stop(), 0)

    def test_a_clean_end_keeps_the_hour(self):
        town = self.serve(speed=10000)
        town.wait_for(lambda status: status["t"] > 3_600_000_000)
        self.assertEqual(town.stop(), 0)
        town = self.serve(speed=0)
        self.assertGreater(town.status()["t"], 3_600_000_000)
        self.assertEqual(town.stop(), 0)

    def test_a_file_of_another_kind_is_left_alone(self):
        with open(self.session, "wb") as file:
            file.write(b"my diary\n" * 50)
        with self.assertRaisesRegex(RuntimeError, "not a Mailtown session"):
            self.serve()
        with open(self.session, "rb") as file:
            self.assertEqual(file.read(), b"my diary\n" * 50)

    def test_two_cannot_use_one_session(self):
        first = self.serve()
        with self.assertRaisesRegex(RuntimeError, "in use"):
            self.serve()
        self.assertEqual(first.stop(), 0)
