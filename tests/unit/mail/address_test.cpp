#include "base/random.h"
#include "mail/address.h"
#include "support/suite.h"

using namespace mailtown;

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLocalPartAndLowersTheDomain() {
        const auto address = Address::parse("Taro.Sato+news@Mail.FUJI.example");
        QVERIFY(address.ok());
        QCOMPARE(address->local(), std::string("Taro.Sato+news"));
        QCOMPARE(address->domain(), std::string("mail.fuji.example"));
        QCOMPARE(address->text(), std::string("Taro.Sato+news@mail.fuji.example"));
    }

    void readsEveryFormOfRfc5321_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("local");
        QTest::addColumn<QByteArray>("wire");
        const auto row = [](const char* text, const char* local, const char* wire) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(local) << QByteArray(wire);
        };
        row("a@b", "a", "a@b");
        row("\"john smith\"@example.com", "john smith", "\"john smith\"@example.com");
        row("\"needless\"@example.com", "needless", "needless@example.com");
        row("\"a@b\"@example.com", "a@b", "\"a@b\"@example.com");
        row("\"q\\\"\\\\u\\x\"@example.com", "q\"\\ux", "\"q\\\"\\\\ux\"@example.com");
        row("\"taro..\"@docomo.example", "taro..", "\"taro..\"@docomo.example");
        row("u@[192.0.2.1]", "u", "u@[192.0.2.1]");
        row("u@[ipv6:2001:DB8:0::1]", "u", "u@[IPv6:2001:db8::1]");
        row("佐藤@富士.example", "佐藤", "佐藤@富士.example");
    }
    void readsEveryFormOfRfc5321() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, local);
        QFETCH(QByteArray, wire);
        const auto address = Address::parse(text.toStdString());
        QVERIFY2(address.ok(), address.ok() ? "" : address.problem().what.c_str());
        QCOMPARE(address->local(), local.toStdString());
        QCOMPARE(address->text(), wire.toStdString());
        const auto again = Address::parse(address->text());
        QVERIFY(again.ok());
        QVERIFY(*again == *address);
    }

    void refusesWhatIsNoAddress() {
        const std::string long64(64, 'a'), long65(65, 'a');
        const std::string label63(63, 'd');
        QVERIFY(Address::parse(long64 + "@b.example").ok());
        QVERIFY(Address::parse("a@" + label63 + ".example").ok());
        for (const std::string& text : {std::string(),
                                        std::string("sato"),
                                        std::string("@fuji.example"),
                                        std::string("sato@"),
                                        std::string("\"\"@fuji.example"),
                                        std::string(".a@b"),
                                        std::string("a.@b"),
                                        std::string("a..b@c"),
                                        std::string("a b@c"),
                                        std::string("a@b c"),
                                        std::string(" a@b"),
                                        std::string("a@b "),
                                        std::string("a@b@c"),
                                        std::string("a@b..c"),
                                        std::string("a@.b"),
                                        std::string("a@b."),
                                        std::string("a@-b"),
                                        std::string("a@b-"),
                                        std::string("a@b_c"),
                                        std::string("<a@b>"),
                                        std::string("a@b\r\nBcc: x@y"),
                                        std::string("\"a\nb\"@c"),
                                        std::string("a\0b@c", 5),
                                        std::string("\"a@b"),
                                        std::string("\"a\\"),
                                        std::string("\"a\"b@c"),
                                        std::string("a@[300.1.1.1]"),
                                        std::string("a@[192.0.2.1"),
                                        std::string("a@[]"),
                                        std::string("a@[IPv6:::1::2]"),
                                        std::string("\xFF@b"),
                                        std::string("a@\xC3"),
                                        std::string("a\xC2\x85"
                                                    "b@c"),
                                        long65 + "@b.example",
                                        "a@" + label63 + "d.example",
                                        "a@" + label63 + "." + label63 + "." + label63 + "." + label63}) {
            QVERIFY2(!Address::parse(text).ok(), text.c_str());
        }
    }

    void saysWhatIsWrongWithoutEchoingControls() {
        const auto address = Address::parse("a\r\nRCPT TO:<b@c>");
        QVERIFY(!address.ok());
        QVERIFY(address.problem().what.find('\n') == std::string::npos);
    }

    void whateverIsAcceptedReadsBackAsItself() {
        Random random(7);
        const std::string alphabet = "ab.@\"\\ -[]:1\xE5\xAF\x8C<>";
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (std::uint64_t n = random.below(12); n > 0; --n)
                text += alphabet[random.below(alphabet.size())];
            text += "@b";
            const auto address = Address::parse(text);
            if (!address) continue;
            ++accepted;
            const auto again = Address::parse(address->text());
            QVERIFY2(again.ok() && *again == *address, text.c_str());
        }
        QVERIFY(accepted > 100);
    }
};

MAILTOWN_SUITE(AddressTest)
#include "address_test.moc"
