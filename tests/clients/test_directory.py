"""The directory office, asked by dig and by hand."""
import socket
import struct
import subprocess

from served import Case


class Directory(Case):
    def dig(self, *arguments, server="127.0.0.1"):
        return subprocess.run(["dig", "+tries=1", "+time=5", "-p", str(self.town.dns), "@" + server, *arguments],
                              capture_output=True, text=True, timeout=60)

    def test_mx_over_both_transports_and_addresses(self):
        for options in ([], ["+tcp"]):
            for server in ("127.0.0.1", "::1"):
                answer = self.dig(*options, "+short", "MX", "fuji.example", server=server)
                self.assertEqual(answer.stdout, "10 mail.fuji.example.\n", (options, server))

    def test_addresses_and_names_that_are_not(self):
        self.assertRegex(self.dig("+short", "A", "mail.fuji.example").stdout, r"^10\.\d+\.\d+\.\d+\n$")
        self.assertIn("status: NXDOMAIN", self.dig("A", "nobody.fuji.example").stdout)
        typo = self.dig("MX", "fugi.example").stdout
        self.assertIn("status: NXDOMAIN", typo)
        self.assertIn("flags: qr aa rd ra;", typo)
        self.assertRegex(typo, r"\n\.\s+300\s+IN\s+SOA\s+ns\.town\.example\.")
        self.assertIn("status: NOERROR", self.dig("MX", "example").stdout)

    def test_what_a_teacher_may_look_up(self):
        address = self.dig("+short", "A", "mail.fuji.example").stdout.strip()
        self.assertEqual(self.dig("+short", "-x", address).stdout, "mail.fuji.example.\n")
        everything = self.dig("+noall", "+answer", "ANY", "fuji.example").stdout
        for kind in ("SOA", "NS", "MX"):
            self.assertRegex(everything, r"fuji\.example\.\s+\d+\s+IN\s+%s\s" % kind)
        self.assertIn("Transfer failed", self.dig("AXFR", "fuji.example").stdout)

    def test_many_questions_on_one_connection(self):
        question = struct.pack(">HHHHHH", 7, 0x0100, 1, 0, 0, 0) + b"\x04fuji\x07example\x00" + struct.pack(">HH", 15, 1)
        framed = struct.pack(">H", len(question)) + question
        with socket.create_connection(("127.0.0.1", self.town.dns), timeout=60) as sock:
            sock.sendall(framed * 500)
            file = sock.makefile("rb")
            for _ in range(500):
                (length,) = struct.unpack(">H", file.read(2))
                self.assertEqual(file.read(length)[:2], b"\x00\x07")

    def test_a_directory_that_is_down_answers_nothing(self):
        self.assertTrue(self.town.tell("down directory")["ok"])
        for options in ([], ["+tcp"]):
            self.assertNotEqual(self.dig(*options, "MX", "fuji.example").returncode, 0)
        self.assertTrue(self.town.tell("up directory")["ok"])
        self.assertEqual(self.dig("+short", "MX", "fuji.example").stdout, "10 mail.fuji.example.\n")

    def test_nonsense_does_no_harm(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.connect(("127.0.0.1", self.town.dns))
            for octets in (b"", b"\x00", b"\xff" * 12, b"\x00" * 4000, b"\x00\x01\x01\x00\x00\x01" + b"\xc0\x0c" * 8):
                sock.send(octets)
        with socket.create_connection(("127.0.0.1", self.town.dns), timeout=60) as sock:
            sock.sendall(b"\xff\xff" + b"\x00" * 10)  # a promise that is not kept
            self.assertEqual(self.dig("+tcp", "+short", "MX", "fuji.example").stdout, "10 mail.fuji.example.\n")
