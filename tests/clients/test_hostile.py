"""What attackers and accidents send to the SMTP doors."""
import socket
import ssl
import time

from served import PATIENCE, Case, Dialogue

SATO = "sato@fuji.example"


class Hostile(Case):
    speed = 0

    def talk(self, service="smtp", hello=True):
        dialogue = Dialogue(self.town.connect("fuji", service))
        self.addCleanup(dialogue.close)
        self.assertTrue(dialogue.reply().startswith("220 "))
        if hello:
            self.assertTrue(dialogue.ask("EHLO elsewhere.example").startswith("250 "))
        return dialogue

    def data(self, dialogue):
        self.assertTrue(dialogue.ask("MAIL FROM:<a@elsewhere.example>").startswith("250 "))
        self.assertTrue(dialogue.ask(f"RCPT TO:<{SATO}>").startswith("250 "))
        self.assertTrue(dialogue.ask("DATA").startswith("354 "))

    def letters(self):
        return self.town.status()["letters"]

    def test_only_crlf_dot_crlf_ends_a_letter(self):
        for end in (b"\n.\n", b"\r\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\r", b"\r.\r\n", b"\r\n\x00.\r\n"):
            before = self.letters()
            dialogue = self.talk()
            self.data(dialogue)
            dialogue.send(b"Subject: one\r\n\r\nbody" + end + b"MAIL FROM:<evil@elsewhere.example>\r\nRCPT TO:<" +
                          SATO.encode() + b">\r\nDATA\r\nSubject: smuggled\r\n\r\n\r\n.\r\n")
            self.assertTrue(dialogue.reply().startswith("550 "), end)
            self.assertTrue(dialogue.ask("NOOP").startswith("250 "), end)
            self.assertEqual(self.letters(), before, end)

    def test_what_follows_starttls_in_clear_is_never_obeyed(self):
        dialogue = self.talk()
        dialogue.send(b"STARTTLS\r\nMAIL FROM:<evil@elsewhere.example>\r\n")
        self.assertTrue(dialogue.reply().startswith("220 "))
        context = ssl.create_default_context(cafile=self.town.certificate)
        try:
            with context.wrap_socket(dialogue.sock, server_hostname="localhost") as tls:
                inside = Dialogue(tls)
                # The greeting is void: MAIL is out of order now, and no answer to the injected one comes first.
                self.assertTrue(inside.ask("RCPT TO:<" + SATO + ">").startswith("503 "))
        except (ssl.SSLError, ConnectionError):
            pass  # hanging up is right too

    def test_starttls_within_tls_is_refused(self):
        dialogue = self.talk()
        self.assertTrue(dialogue.ask("STARTTLS").startswith("220 "))
        with self.town.tls().wrap_socket(dialogue.sock, server_hostname="localhost") as tls:
            inside = Dialogue(tls)
            self.assertTrue(inside.ask("EHLO elsewhere.example").startswith("250 "))
            self.assertTrue(inside.ask("STARTTLS").startswith("503 "))

    def test_clear_text_at_a_tls_door(self):
        with self.town.connect("fuji", "smtps") as sock:
            sock.sendall(b"EHLO elsewhere.example\r\n")
            self.assertTrue(Dialogue(sock).ended())

    def test_a_line_without_end(self):
        dialogue = self.talk(hello=False)
        dialogue.send(b"EHLO " + b"a" * 5_000_000 + b"\r\n")
        self.assertTrue(dialogue.reply().startswith("500 "))
        self.assertTrue(dialogue.ask("EHLO elsewhere.example").startswith("250 "))

    def test_a_letter_without_end_is_cut(self):
        dialogue = self.talk()
        self.data(dialogue)
        block = (b"x" * 70 + b"\r\n") * 10_000
        for _ in range(60):  # 43 MB
            dialogue.send(block)
        dialogue.send(b".\r\n")
        self.assertTrue(dialogue.reply().startswith("552 "))
        self.assertTrue(dialogue.ask("NOOP").startswith("250 "))

    def test_a_web_browser_is_sent_away(self):
        dialogue = self.talk(hello=False)
        dialogue.send(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nMAIL FROM:<a@b.example>\r\n")
        self.assertTrue(dialogue.reply().startswith("421 "))
        self.assertTrue(dialogue.ended())

    def test_nonsense_ends_after_a_while(self):
        dialogue = self.talk(hello=False)
        dialogue.send(b"XYZZY\r\n" * 1000)
        replies = dialogue.file.read().decode().splitlines()
        self.assertTrue(replies[-1].startswith("421 "), replies[-1])
        self.assertLess(len(replies), 50)

    def test_all_at_once_and_the_near_side_closed(self):
        before = self.letters()
        dialogue = self.talk(hello=False)
        group = b"MAIL FROM:<a@elsewhere.example>\r\nRCPT TO:<" + SATO.encode() + b">\r\nDATA\r\n"
        content = b"Subject: x\r\n\r\nHello\r\n.\r\n"
        self.assertTrue(dialogue.ask("EHLO elsewhere.example").startswith("250 "))
        dialogue.send(group)
        for octets in (content + group, content + b"QUIT\r\n"):  # as RFC 2920 lets them be sent
            while not dialogue.reply().startswith("354 "):
                pass
            dialogue.send(octets)
        dialogue.sock.shutdown(socket.SHUT_WR)
        replies = dialogue.file.read().decode()
        self.assertTrue(replies.splitlines()[-1].startswith("221 "), replies)
        self.assertEqual(self.letters(), before + 2)

    def test_what_is_sent_out_of_step_is_refused(self):
        letter = b"MAIL FROM:<a@elsewhere.example>\r\nRCPT TO:<" + SATO.encode() + b">\r\nDATA\r\nx\r\n.\r\n"
        before = self.letters()
        for octets in (b"EHLO elsewhere.example\r\n" + letter, letter, b"RSET\r\nRSET\r\n"):
            dialogue = self.talk(hello=False)
            dialogue.send(octets)
            self.assertTrue(dialogue.reply().startswith("554 5.5.0 "), octets)
            self.assertTrue(dialogue.ended())
        dialogue = self.talk()
        dialogue.send(letter)
        self.assertEqual([dialogue.reply()[:3] for _ in range(3)], ["250", "250", "554"])
        self.assertTrue(dialogue.ended())
        self.assertEqual(self.letters(), before)

    def test_one_that_never_reads_does_not_fill_memory(self):
        dialogue = self.talk()
        self.assertTrue(dialogue.ask("MAIL FROM:<a@elsewhere.example>").startswith("250 "))
        sock = dialogue.sock
        sock.settimeout(1)
        sent = 0
        try:
            while sent < 200_000_000:
                sent += sock.send((b"RCPT TO:<" + SATO.encode() + b">\r\n") * 1000)
        except (socket.timeout, OSError):
            pass
        self.assertLess(sent, 100_000_000)
        self.assertTrue(self.talk().ask("NOOP").startswith("250 "))

    def test_a_crowd_is_told_and_the_rest_are_served(self):
        crowd = []
        try:
            for _ in range(320):
                crowd.append(Dialogue(self.town.connect("fuji", "smtp")))
            served, refused = crowd[:250], crowd[250:]
            for dialogue in served:
                self.assertTrue(dialogue.reply().startswith("220 "))
            self.assertTrue(all(dialogue.ask("NOOP").startswith("250 ") for dialogue in served))
            for dialogue in refused:  # the first of them are greeted
                line = dialogue.line()
                self.assertTrue((dialogue.line() if line.startswith("220 ") else line).startswith("421 "), line)
            other = Dialogue(self.town.connect("sakura", "smtp"))
            self.assertTrue(other.reply().startswith("220 "))
            other.close()
        finally:
            for dialogue in crowd:
                dialogue.close()
        self.town.wait_for(lambda status: all(host["connections"] == 0 for host in status["hosts"]))
        self.talk()
