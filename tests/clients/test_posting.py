"""Letters posted over SMTP by real clients."""
import smtplib
import subprocess
import tempfile

from served import Case, letter

AOKI, SATO = "aoki@sakura.example", "sato@fuji.example"


class Posting(Case):
    speed = 100

    def post(self, client, subject="Hello"):
        client.login(AOKI, self.town.passwords[AOKI])
        client.send_message(letter(AOKI, SATO, subject))
        client.quit()

    def delivered(self):
        return self.town.status()["delivered"]

    def waits_for_one_more(self, before):
        self.town.wait_for(lambda status: status["delivered"] > before)

    def test_smtplib_in_clear(self):
        before = self.delivered()
        self.post(smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["submission"]))
        self.waits_for_one_more(before)

    def test_smtplib_starttls(self):
        before = self.delivered()
        client = smtplib.SMTP("localhost", self.town.ports["sakura"]["submission"])
        client.starttls(context=self.town.tls())
        self.post(client)
        self.waits_for_one_more(before)

    def test_smtplib_implicit_tls(self):
        before = self.delivered()
        self.post(smtplib.SMTP_SSL("localhost", self.town.ports["sakura"]["smtps"], context=self.town.tls()))
        self.waits_for_one_more(before)

    def test_smtplib_over_ipv6(self):
        self.post(smtplib.SMTP("::1", self.town.ports["sakura"]["submission"]))

    def test_the_certificate_names_the_host(self):
        import socket
        with self.town.connect("fuji", "smtps") as sock:
            with self.town.tls().wrap_socket(sock, server_hostname="mail.fuji.example") as tls:
                self.assertTrue(tls.recv(100).startswith(b"220 mail.fuji.example"))

    def test_curl(self):
        before = self.delivered()
        with tempfile.NamedTemporaryFile("wb") as file:
            file.write(letter(AOKI, SATO, "By curl").as_bytes())
            file.flush()
            for url, options in ((f"smtp://localhost:{self.town.ports['sakura']['submission']}", ["--ssl-reqd"]),
                                 (f"smtps://localhost:{self.town.ports['sakura']['smtps']}", [])):
                subprocess.run(["curl", "-sS", "--cacert", self.town.certificate, *options, "--url", url,
                                "--mail-from", AOKI, "--mail-rcpt", SATO, "--user",
                                f"{AOKI}:{self.town.passwords[AOKI]}", "--upload-file", file.name],
                               check=True, timeout=60)
        self.town.wait_for(lambda status: status["delivered"] >= before + 2)

    def test_swaks_at_the_arrivals_door(self):
        before = self.delivered()
        subprocess.run(["swaks", "--silent", "2", "--server", f"127.0.0.1:{self.town.ports['fuji']['smtp']}",
                        "--helo", "elsewhere.example", "--from", "someone@elsewhere.example", "--to", SATO],
                       check=True, timeout=60, capture_output=True)
        self.waits_for_one_more(before)

    def test_a_wrong_password_is_refused(self):
        with smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["submission"]) as client:
            with self.assertRaises(smtplib.SMTPAuthenticationError) as caught:
                client.login(AOKI, "guess")
            self.assertEqual(caught.exception.smtp_code, 535)

    def test_submission_wants_a_login(self):
        with smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["submission"]) as client:
            client.ehlo()
            self.assertEqual(client.mail(AOKI)[0], 530)

    def test_nobody_relays_to_the_world(self):
        with smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["smtp"]) as client:
            client.ehlo("elsewhere.example")
            client.mail("someone@elsewhere.example")
            self.assertEqual(client.rcpt("other@elsewhere.example")[0], 554)
            self.assertEqual(client.rcpt("nobody@sakura.example")[0], 550)

    def test_what_is_posted_waits_while_the_town_stands_still(self):
        self.town.tell("speed 0")
        before = self.town.status()
        self.post(smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["submission"]))
        after = self.town.status()
        self.assertEqual(after["t"], before["t"])
        self.assertEqual(after["waiting"], before["waiting"] + 1)
        self.town.tell("speed 1000")
        self.waits_for_one_more(before["delivered"])
