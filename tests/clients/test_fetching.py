"""Letters fetched over POP3 by real clients."""
import poplib
import smtplib
import subprocess

from served import Case, letter

SATO = "sato@fuji.example"


class Fetching(Case):
    scenario_name = "one-letter"
    speed = 0  # Sato's own computer fetches nothing meanwhile

    def setUp(self):
        super().setUp()
        with smtplib.SMTP("127.0.0.1", self.town.ports["fuji"]["smtp"]) as client:
            for subject in ("One", "Two", "Three"):
                client.send_message(letter("someone@elsewhere.example", SATO, subject, ".dot\nHello\n"))
        self.town.tell("speed 1")
        self.town.wait_for(lambda status: status["delivered"] >= 3)
        self.town.tell("speed 0")

    def pop(self, kind=poplib.POP3, service="pop3", **options):
        client = kind("localhost", self.town.ports["fuji"][service], timeout=60, **options)
        self.addCleanup(client.close)
        return client

    def login(self, client):
        client.user(SATO)
        client.pass_(self.town.passwords[SATO])

    def test_poplib_reads_what_smtplib_posted(self):
        client = self.pop()
        self.login(client)
        self.assertEqual(client.stat()[0], 3)
        lines = client.retr(1)[1]
        self.assertIn(b"Subject: One", lines)
        self.assertIn(b".dot", lines)
        client.quit()

    def test_in_tls_both_ways(self):
        for client in (self.pop(poplib.POP3_SSL, "pop3s", context=self.town.tls()), self.pop()):
            if not isinstance(client, poplib.POP3_SSL):
                client.stls(context=self.town.tls())
            self.login(client)
            self.assertEqual(client.stat()[0], 3)
            client.quit()

    def test_curl_reads_one(self):
        read = subprocess.run(["curl", "-sS", "--cacert", self.town.certificate, "--user",
                               f"{SATO}:{self.town.passwords[SATO]}",
                               f"pop3s://localhost:{self.town.ports['fuji']['pop3s']}/2"],
                              capture_output=True, text=True, timeout=60, check=True)
        self.assertIn("Subject: Two", read.stdout)

    def test_what_is_deleted_is_gone_after_quit_alone(self):
        client = self.pop()
        self.login(client)
        ids = [line.split()[1] for line in client.uidl()[1]]
        client.dele(2)
        client.close()  # no QUIT
        client = self.pop()
        self.login(client)
        self.assertEqual(client.stat()[0], 3)
        client.dele(2)
        client.quit()
        client = self.pop()
        self.login(client)
        self.assertEqual([line.split()[1] for line in client.uidl()[1]], [ids[0], ids[2]])
        client.quit()

    def test_a_wrong_password_is_refused(self):
        client = self.pop()
        client.user(SATO)
        with self.assertRaises(poplib.error_proto):
            client.pass_("guess")
