#include "base/random.h"
#include "mail/mime.h"
#include "mail/readable_text.h"
#include "support/suite.h"

using namespace mailtown;

namespace {

// Lines end as in the source; on the wire they end with CRLF.
std::string wire(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

// "multipart/mixed(text/plain message/rfc822(text/html))"
std::string shape(const MimePart& part) {
    std::string out = part.type + "/" + part.subtype;
    if (part.children.empty()) return out;
    out += "(";
    for (const MimePart& child : part.children)
        out += (&child == &part.children.front() ? "" : " ") + shape(child);
    return out + ")";
}

// Every part lies within its parent, and what is a container has something in it.
bool sound(const MimePart& part, std::size_t end) {
    if (part.headerBegin > part.bodyBegin || part.bodyBegin > part.bodyEnd || part.bodyEnd > end)
        return false;
    if (part.isMultipart() && part.children.empty()) return false;
    if ((part.is("message", "rfc822") || part.is("message", "global")) && part.children.size() != 1)
        return false;
    if (!part.isMultipart() && part.type != "message" && !part.children.empty()) return false;
    if (part.lines > part.size()) return false;
    for (const MimePart& child : part.children)
        if (!sound(child, end)) return false;
    return true;
}

} // namespace

class MimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAPlainMessage() {
        const std::string text = wire("Subject: x\nFrom: a@b\n\nOne\nTwo\n");
        const MimePart root = parseMime(text);
        QCOMPARE(shape(root), std::string("text/plain"));
        QCOMPARE(root.parameter("charset"), std::string("us-ascii"));
        QCOMPARE(std::string(root.header(text)), wire("Subject: x\nFrom: a@b\n\n"));
        QCOMPARE(std::string(root.body(text)), wire("One\nTwo\n"));
        QCOMPARE(root.size(), std::size_t(10));
        QCOMPARE(root.lines, std::size_t(2));
        QCOMPARE(root.decodedText(text), std::string("One\nTwo\n"));
    }

    // RFC 2046 §5.1.1, the example with an implicitly and an explicitly typed part.
    void readsTheExampleOfRfc2046() {
        const std::string text =
            wire("From: Nathaniel Borenstein <nsb@bellcore.com>\nMIME-Version: 1.0\n"
                 "Content-type: multipart/mixed; boundary=\"simple boundary\"\n\n"
                 "This is the preamble.\n\n--simple boundary\n\n"
                 "This is implicitly typed plain US-ASCII text.\nIt does NOT end with a linebreak.\n"
                 "--simple boundary\nContent-type: text/plain; charset=us-ascii\n\n"
                 "This is explicitly typed plain US-ASCII text.\nIt DOES end with a linebreak.\n\n"
                 "--simple boundary--\n\nThis is the epilogue.\n");
        const MimePart root = parseMime(text);
        QCOMPARE(shape(root), std::string("multipart/mixed(text/plain text/plain)"));
        QCOMPARE(std::string(root.children[0].body(text)),
                 wire("This is implicitly typed plain US-ASCII text.\nIt does NOT end with a linebreak."));
        QCOMPARE(root.children[0].lines, std::size_t(1));
        QCOMPARE(std::string(root.children[1].body(text)),
                 wire("This is explicitly typed plain US-ASCII text.\nIt DOES end with a linebreak.\n"));
        QCOMPARE(root.children[1].lines, std::size_t(2));
        QCOMPARE(std::string(root.children[1].header(text)),
                 wire("Content-type: text/plain; charset=us-ascii\n\n"));
        QCOMPARE(root.bodyEnd, text.size());
    }

    void readsMessagesWithinMessages() {
        const std::string text =
            wire("Content-Type: multipart/mixed; boundary=out\n\n"
                 "--out\n\nSee below.\n"
                 "--out\nContent-Type: message/rfc822\nContent-Description: the letter\n\n"
                 "Subject: inner\nContent-Type: multipart/alternative; boundary=in\n\n"
                 "--in\n\nplain\n--in\nContent-Type: text/html\n\n<p>html\n--in--\n"
                 "--out\nContent-Type: image/png\nContent-Transfer-Encoding: BASE64\n\nAAAA\n--out--\n");
        const MimePart root = parseMime(text);
        QCOMPARE(shape(root),
                 std::string("multipart/mixed(text/plain message/rfc822(multipart/alternative(text/plain "
                             "text/html)) image/png)"));
        const MimePart& letter = root.children[1];
        QCOMPARE(letter.description, std::string("the letter"));
        QCOMPARE(letter.children[0].headerBegin, letter.bodyBegin);
        QCOMPARE(letter.children[0].bodyEnd, letter.bodyEnd);
        QVERIFY(letter.body(text).starts_with("Subject: inner\r\n"));
        QVERIFY(letter.body(text).ends_with("--in--"));
        QCOMPARE(root.children[2].encoding, std::string("base64"));

        // RFC 9051 §6.4.5.1
        QCOMPARE(mimePartAt(root, {}), &root);
        QCOMPARE(mimePartAt(root, {1}), &root.children[0]);
        QCOMPARE(mimePartAt(root, {2}), &letter);
        QCOMPARE(mimePartAt(root, {2, 2}), &letter.children[0].children[1]);
        for (const auto& path : std::vector<std::vector<std::uint32_t>>{{0}, {4}, {1, 1}, {2, 3}, {2, 2, 1}})
            QVERIFY(mimePartAt(root, path) == nullptr);
        const MimePart plain = parseMime("A: b\r\n\r\nx");
        QCOMPARE(mimePartAt(plain, {1}), &plain);
        QVERIFY(mimePartAt(plain, {2}) == nullptr);
        QVERIFY(mimePartAt(plain, {1, 1}) == nullptr);
    }

    void readsEveryContentField() {
        const std::string text =
            wire("Content-Type: TEXT/Plain; CHARSET=\"utf-8\"; (odd) format=flowed\n"
                 "Content-ID: <1@b>\nContent-Description: =?utf-8?q?caf=C3=A9?=\n"
                 "Content-Transfer-Encoding: Quoted-Printable\nContent-MD5: Q2hlY2s=\n"
                 "Content-Disposition: Attachment; filename=\"a \\\"b\\\".txt\"; size=3\n"
                 "Content-Language: ja, en (both)\nContent-Location: http://x.example/y\n\ncaf=C3=A9=\n!\n");
        const MimePart part = parseMime(text);
        QVERIFY(part.is("text", "plain"));
        QCOMPARE(part.parameters.size(), std::size_t(2));
        QCOMPARE(part.parameter("charset"), std::string("utf-8"));
        QCOMPARE(part.parameter("format"), std::string("flowed"));
        QCOMPARE(part.id, std::string("<1@b>"));
        QCOMPARE(part.description, std::string("=?utf-8?q?caf=C3=A9?="));
        QCOMPARE(part.md5, std::string("Q2hlY2s="));
        QCOMPARE(part.disposition, std::string("attachment"));
        QCOMPARE(part.filename(), std::string("a \"b\".txt"));
        QVERIFY((part.languages == std::vector<std::string>{"ja", "en"}));
        QCOMPARE(part.location, std::string("http://x.example/y"));
        QCOMPARE(part.decodedText(text), std::string("café!\n"));
    }

    // RFC 2231 §3, §4, §4.1
    void joinsParametersOfRfc2231() {
        const auto part = [](const char* type) {
            return parseMime(wire(std::string("Content-Type: ") + type + "\n\n"));
        };
        MimePart url =
            part("message/external-body; access-type=URL; URL*0=\"ftp://\"; URL*1=\"cs.utk.edu/pub/x\"");
        QCOMPARE(url.parameter("url"), std::string("ftp://cs.utk.edu/pub/x"));
        QCOMPARE(url.parameters[1].wireName, std::string("url"));
        MimePart title = part("application/x-stuff; title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A");
        QCOMPARE(title.parameter("title"), std::string("This is ***fun***"));
        QCOMPARE(title.parameters[0].wireName, std::string("title*"));
        QCOMPARE(title.parameters[0].wireValue,
                 std::string("us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A"));
        MimePart both = part(
            "application/x-stuff; title*2=\"isn't it!\"; title*0*=us-ascii'en'This%20is%20even%20more%20;\n"
            " title*1*=%2A%2A%2Afun%2A%2A%2A%20");
        QCOMPARE(both.parameter("title"), std::string("This is even more ***fun*** isn't it!"));
        QCOMPARE(both.parameters[0].wireValue,
                 std::string("us-ascii'en'This%20is%20even%20more%20%2A%2A%2Afun%2A%2A%2A%20isn%27t%20it!"));
        MimePart sjis = part("text/plain; name=x; name*=shift_jis''%95x%8Em.txt");
        QCOMPARE(sjis.parameter("name"), std::string("富士.txt"));
        MimePart encodedWord = part("text/plain; name=\"=?utf-8?b?5a+M5aOr?=.txt\"");
        QCOMPARE(encodedWord.parameter("name"), std::string("富士.txt"));
        QCOMPARE(encodedWord.parameters[0].wireValue, std::string("=?utf-8?b?5a+M5aOr?=.txt"));
    }

    void forgivesSloppyParameters() {
        const auto name = [](const char* rest) {
            return parseMime(wire(std::string("Content-Type: a/b; ") + rest + "\n\n")).parameter("name");
        };
        QCOMPARE(name("name=my file.txt; x=y"), std::string("my file.txt"));
        QCOMPARE(name("name = \"a;b\" ;"), std::string("a;b"));
        QCOMPARE(name(";;name=a"), std::string("a"));
        QCOMPARE(name("name=a; name=b"), std::string("a"));
        QCOMPARE(name("name=\"open"), std::string("open"));
        QCOMPARE(name("name"), std::string());
        QCOMPARE(name("name*=utf-8'%E5"), std::string("utf-8'å"));
        QCOMPARE(name("name*=utf-8''a%0D%0AX: y"), std::string("a  X: y"));
    }

    void givesOtherTypesToContainersItCannotRead() {
        const auto shapeOf = [](const char* text) { return shape(parseMime(wire(text))); };
        QCOMPARE(shapeOf("Content-Type: multipart/mixed\n\n--x\n\na\n--x--\n"), std::string("text/plain"));
        QCOMPARE(shapeOf("Content-Type: multipart/mixed; boundary=x\n\nno part\n"),
                 std::string("text/plain"));
        QCOMPARE(shapeOf("Content-Type: multipart/mixed; boundary=x\n"), std::string("text/plain"));
        QCOMPARE(shapeOf("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nAAAA\n"),
                 std::string("application/octet-stream"));
        QCOMPARE(shapeOf("Content-Type: text\n\n"), std::string("text/plain"));
        QCOMPARE(shapeOf("Content-Type: ///\n\n"), std::string("text/plain"));
        QCOMPARE(shapeOf("Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: a\n\nb\n--x--\n"),
                 std::string("multipart/digest(message/rfc822(text/plain))"));
    }

    void endsInnerPartsAtAnOuterBoundary() {
        const std::string text = wire(
            "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=ab\n\n"
            "--ab\n\none\n--a\n\ntwo\n--ab\nstill two\n--a--\n");
        const MimePart root = parseMime(text);
        QCOMPARE(shape(root), std::string("multipart/mixed(multipart/mixed(text/plain) text/plain)"));
        QCOMPARE(std::string(root.children[1].body(text)), wire("two\n--ab\nstill two"));
    }

    void readsBareLineFeedsAndMissingEmptyLines() {
        const std::string text =
            "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n--x\n\nbody\n--x--";
        const MimePart root = parseMime(text);
        QCOMPARE(shape(root), std::string("multipart/mixed(text/html text/plain)"));
        QCOMPARE(root.children[0].size(), std::size_t(0));
        QCOMPARE(std::string(root.children[1].body(text)), std::string("body"));
        QCOMPARE(parseMime("").size(), std::size_t(0));
        QCOMPARE(parseMime("no header").bodyBegin, std::size_t(9));
        QCOMPARE(std::string(parseMime("\r\nbody").body("\r\nbody")), std::string("body"));
    }

    void boundsDepthAndNumberOfParts() {
        std::string deep, open;
        for (int i = 0; i < 3000; ++i)
            deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                    std::to_string(i) + "\r\n";
        MimePart root = parseMime(deep);
        int depth = 0;
        const MimePart* part = &root;
        for (; !part->children.empty(); part = &part->children.front()) ++depth;
        QCOMPARE(depth, 50);
        QVERIFY(part->is("application", "octet-stream"));
        QCOMPARE(part->bodyEnd, deep.size());

        std::string letters;
        for (int i = 0; i < 3000; ++i) letters += "Content-Type: message/rfc822\r\n\r\n";
        root = parseMime(letters);
        for (depth = 0, part = &root; !part->children.empty(); part = &part->children.front()) ++depth;
        QCOMPARE(depth, 50);

        std::string many = "Content-Type: multipart/mixed; boundary=x\r\n\r\n";
        for (int i = 0; i < 200'000; ++i) many += "--x\r\n\r\n";
        root = parseMime(many);
        QCOMPARE(root.children.size(), std::size_t(999));
        QVERIFY(sound(root, many.size()));

        const std::string wide =
            "X: " + std::string(3'000'000, 'x') + "\r\nContent-Type: text/html\r\n\r\nbody";
        root = parseMime(wide);
        QVERIFY(root.is("text", "plain"));
        QCOMPARE(std::string(root.body(wide)), std::string("body"));
    }

    void takesTimeInProportionToSize() {
        // 50 open boundaries, each line a near miss; 100,000 parameters; a header of comments.
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
                    std::to_string(i) + "\r\n";
        for (int i = 0; i < 100'000; ++i) text += "\r\n--bb";
        QVERIFY(sound(parseMime(text), text.size()));
        std::string parameters = "Content-Type: a/b";
        for (int i = 0; i < 100'000; ++i)
            parameters += ";n" + std::to_string(i % 7) + "*" + std::to_string(i % 99) + "*=x";
        QVERIFY(parseMime(parameters + "\r\n\r\n").parameters.size() <= 100);
        QVERIFY(parseMime("Content-Type: " + std::string(500'000, '(') + "\r\n\r\n").is("text", "plain"));
    }

    void survivesRandomMutation() {
        const std::string seed = wire(
            "Content-Type: multipart/mixed; boundary=out\nSubject: =?utf-8?b?5a+M?=\n\n--out\n"
            "Content-Type: message/rfc822\n\nContent-Type: multipart/alternative; boundary=\"in\"\n\n--in\n"
            "Content-Type: text/plain; charset=iso-2022-jp; name*0*=utf-8''%e5; name*1=x\n"
            "Content-Transfer-Encoding: quoted-printable\n\n=1B$BIY;N=1B(B\n--in--\n--out\n"
            "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n--out--\n");
        Random random(3);
        for (int round = 0; round < 5000; ++round) {
            std::string text = seed;
            for (std::uint64_t changes = 1 + random.below(8); changes > 0; --changes) {
                const std::size_t at = random.below(text.size());
                const std::size_t count = random.below(30);
                switch (random.below(4)) {
                case 0:
                    text[at] = char(random.below(256));
                    break;
                case 1:
                    text.erase(at, count);
                    break;
                case 2:
                    text.insert(at, text.substr(random.below(text.size()), count));
                    break;
                default:
                    text.insert(at, 1, "\r\n-;=\"(\\"[random.below(8)]);
                }
                if (text.empty()) text = "x";
            }
            const MimePart root = parseMime(text);
            QVERIFY2(sound(root, text.size()), text.c_str());
            readableText(text);
        }
    }

    void findsWhatAPersonReads() {
        const std::string html = "Content-Type: text/html; charset=utf-8\r\n\r\n";
        QCOMPARE(readableText(html + "<html><head><title>T</title><style>p{}</style></head><body><p>Good "
                                     "&amp; <b>bad</b>&nbsp;&#x5bcc;"
                                     "<br>line<script>alert('<p>')</script><!-- no --></p>\r\n</body>"),
                 std::string("Good & bad 富\nline\n"));
        QCOMPARE(textOfHtml("a &unknown; & < b"), std::string("a &unknown; &\n"));
        QCOMPARE(textOfHtml("<"), std::string());
        const std::string text = wire("Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: "
                                      "text/html\n\n<p>h\n--x\n\nplain\n--x--\n");
        QCOMPARE(readableText(text), std::string("plain"));
        QCOMPARE(readableText("Content-Type: image/png\r\n\r\nx"), std::string());
    }

    void anEmbeddedMessageThatIsAllHeaderStaysWithinItsPart() {
        const std::string message = "Content-Type: multipart/digest; boundary=d\r\n\r\n"
                                    "--d\r\n\r\nSubject: all there is\r\n--d--\r\n";
        const MimePart root = parseMime(message);
        const MimePart& part = root.children.at(0);
        QVERIFY(part.isMessage());
        QCOMPARE(part.body(message), std::string_view("Subject: all there is"));
        QCOMPARE(part.children[0].header(message), part.body(message));
        QCOMPARE(part.children[0].bodyEnd, part.bodyEnd);
    }

    void aLastPartWithoutABodyStaysWithinTheOneAroundIt() {
        const std::string message = "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                                    "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n"
                                    "--c\r\nContent-Type: text/plain\r\n\r\n--b--\r\n";
        const MimePart root = parseMime(message);
        const MimePart& inner = root.children.at(0);
        QCOMPARE(inner.children.at(0).size(), std::size_t(0));
        QCOMPARE(inner.children.at(0).bodyEnd, inner.bodyEnd);
    }
};

MAILTOWN_SUITE(MimeTest)
#include "mime_test.moc"
