"""Letters read over IMAP by real clients."""
import imaplib
import re
import smtplib
import subprocess
import time

from served import PATIENCE, Case, letter

SATO = "sato@fuji.example"


def close(mail):
    try:
        mail.shutdown()
    except OSError:
        pass  # LOGOUT has closed it already


class Reading(Case):
    speed = 0

    def setUp(self):
        super().setUp()
        self.deliver("One", "Two", "Three")

    def deliver(self, *subjects):
        before = self.town.status()["delivered"]
        with smtplib.SMTP("127.0.0.1", self.town.ports["fuji"]["smtp"]) as client:
            for subject in subjects:
                client.send_message(letter("someone@elsewhere.example", SATO, subject))
        self.town.tell("speed 1")
        self.town.wait_for(lambda status: status["delivered"] >= before + len(subjects))
        self.town.tell("speed 0")

    def imap(self, kind=imaplib.IMAP4, service="imap", **options):
        client = kind("localhost", self.town.ports["fuji"][service], timeout=PATIENCE, **options)
        self.addCleanup(close, client)
        return client

    def login(self, client=None):
        client = client or self.imap()
        client.login(SATO, self.town.passwords[SATO])
        return client

    def flags(self, client, number):
        return client.fetch(number, "(FLAGS)")[1][0].decode()

    def test_imaplib_reads_what_smtplib_posted(self):
        client = self.login()
        self.assertEqual(client.select()[1], [b"3"])
        self.assertEqual(client.search(None, "SUBJECT", '"Two"')[1], [b"2"])
        self.assertIn(b"Subject: One", client.fetch("1", "(RFC822)")[1][0][1])
        self.assertIn("\\Seen", self.flags(client, "1"))
        client.logout()

    def test_in_tls_both_ways(self):
        begun = self.imap()
        begun.starttls(self.town.tls())
        for client in (self.imap(imaplib.IMAP4_SSL, "imaps", ssl_context=self.town.tls()), begun):
            self.login(client)
            self.assertEqual(client.select()[1], [b"3"])
            client.logout()

    def test_every_device_sees_what_one_did(self):
        pc, phone = self.login(), self.login()
        pc.select()
        phone.select()
        pc.store("2", "+FLAGS", "(\\Deleted)")
        pc.expunge()
        phone.noop()
        self.assertEqual(phone.search(None, "ALL")[1], [b"1 2"])

    def test_append_copy_and_folders(self):
        client = self.login()
        message = letter(SATO, "aoki@sakura.example", "Kept").as_bytes().replace(b"\n", b"\r\n")
        self.assertEqual(client.append("Sent", "(\\Seen)", None, message)[0], "OK")
        self.assertEqual(client.create("Archive/2026")[0], "OK")
        client.select()
        self.assertEqual(client.copy("1:2", "Archive/2026")[0], "OK")
        self.assertEqual(client.select("Archive/2026")[1], [b"2"])
        self.assertEqual(client.select("Sent")[1], [b"1"])
        self.assertEqual(client.copy("1", "Nowhere")[0], "NO")

    def test_who_idles_is_told_of_new_mail(self):
        client = self.login()
        client.select()
        client.send(b"x IDLE\r\n")
        self.assertTrue(client.readline().startswith(b"+"))
        self.deliver("Four")
        line = client.readline()
        while b"EXISTS" not in line:
            self.assertTrue(line, "the connection ended")
            line = client.readline()
        self.assertEqual(line, b"* 4 EXISTS\r\n")
        client.send(b"DONE\r\n")
        while not line.startswith(b"x OK"):
            line = client.readline()
            self.assertTrue(line)

    def peak_memory(self):
        with open(f"/proc/{self.town.process.pid}/status") as status:
            return 1024 * int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1])

    def test_who_asks_for_gigabytes_and_reads_nothing_costs_little(self):
        octets = b"Subject: Large\r\n\r\n" + (b"x" * 70 + b"\r\n") * 14_000  # 1 MB
        reader = self.login()
        reader.select()
        for _ in range(5):
            self.assertEqual(reader.append("INBOX", None, None, octets)[0], "OK")
        before = self.peak_memory()
        for _ in range(5):
            greedy = self.login()
            greedy.select(readonly=True)
            greedy.send(b"x FETCH 1:* (" + b" ".join([b"BODY[]"] * 100) + b")\r\n")
        # Others are served meanwhile, and whoever reads gets all of it.
        status, answer = reader.fetch("4:5", "(BODY.PEEK[] BODY.PEEK[])")
        self.assertEqual(status, "OK")
        self.assertEqual([len(part[1]) for part in answer if isinstance(part, tuple)], [len(octets)] * 4)
        self.assertLess(self.peak_memory() - before, 100_000_000)

    def test_curl_reads_one(self):
        read = subprocess.run(["curl", "-sS", "--cacert", self.town.certificate, "--user",
                               f"{SATO}:{self.town.passwords[SATO]}",
                               f"imaps://localhost:{self.town.ports['fuji']['imaps']}/INBOX;MAILINDEX=2"],
                              capture_output=True, text=True, timeout=60, check=True)
        self.assertIn("Subject: Two", read.stdout)

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(imaplib.IMAP4.error):
            self.imap().login(SATO, "guess")

    def test_a_literal_without_measure_is_refused(self):
        client = self.login()
        client.send(b"x APPEND INBOX {99999999999}\r\n")
        line = client.readline()
        self.assertRegex(line, rb"^(x (NO|BAD)|\* BYE)")
