"""A post office that is switched off is off for real mail programs too."""
import smtplib

from served import Case, Dialogue, letter

AOKI, SATO = "aoki@sakura.example", "sato@fuji.example"
SERVICES = ("smtp", "submission", "smtps", "pop3", "pop3s", "imap", "imaps")


class Outage(Case):
    def test_it_refuses_until_it_is_up_again(self):
        self.assertTrue(self.town.tell("down fuji")["ok"])
        for service in SERVICES:
            with self.assertRaises(ConnectionRefusedError, msg=service):
                self.town.connect("fuji", service)
        self.town.connect("sakura", "smtp").close()
        self.assertTrue(self.town.tell("up fuji")["ok"])
        for service in SERVICES:
            self.town.connect("fuji", service).close()

    def test_it_drops_who_is_connected(self):
        fuji, sakura = (Dialogue(self.town.connect(host, "smtp")) for host in ("fuji", "sakura"))
        self.assertTrue(fuji.reply().startswith("220 "))
        self.assertTrue(sakura.reply().startswith("220 "))
        self.town.tell("down fuji")
        self.assertTrue(fuji.ended())
        self.assertTrue(sakura.ask("NOOP").startswith("250 "))
        fuji.close()
        sakura.close()

    def test_a_letter_is_tried_again_until_it_arrives(self):
        self.town.tell("down fuji")
        before = self.town.status()
        client = smtplib.SMTP("127.0.0.1", self.town.ports["sakura"]["submission"])
        client.login(AOKI, self.town.passwords[AOKI])
        client.send_message(letter(AOKI, SATO))
        client.quit()
        self.town.tell("speed 3600")
        hour = 3_600_000_000
        waiting = self.town.wait_for(lambda status: status["t"] > before["t"] + 2 * hour)
        self.assertGreater(waiting["waiting"], 0)
        self.town.tell("up fuji")
        self.town.wait_for(lambda status: status["waiting"] == 0 and status["delivered"] > before["delivered"])
