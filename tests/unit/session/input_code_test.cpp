#include "session/input_code.h"

#include "support/suite.h"
#include "town_text.h"

using namespace mailtown;
using namespace mailtown::test;

class InputCodeTest : public QObject {
    Q_OBJECT

    Plan plan_;
    std::vector<Input> all_; // one of every kind

private Q_SLOTS:
    void initTestCase() {
        plan_ = readSessionScenario().plan;
        const HostId fuji = plan_.find("fuji"), sakura = plan_.find("sakura");
        const HostId home{std::uint32_t(plan_.hosts.size())};
        const Address sato = address("sato@fuji.example"), odd = address("\"a b\"@fuji.example");
        const Message message("Subject: \xE5\xAF\x8C\r\n\r\n\0x\r\n");
        all_ = {input::Send{home, {sato, odd}, "\xE5\xAF\x8C", "a\nb"},
                input::CheckMail{home},
                input::SwitchOff{fuji},
                input::SwitchOn{sakura},
                input::CutLink{fuji, home},
                input::MendLink{fuji, sakura},
                input::AcceptLetter{fuji, Envelope{std::nullopt, {sato, odd}}, message},
                input::StoreFlags{
                    fuji, sato, "INBOX", {1, 2, 4'294'967'295u}, input::FlagChange::Remove, {"\\Seen"}},
                input::Expunge{fuji, sato, "Trash", {}},
                input::Append{fuji, sato, "Sent", message, {"\\Seen", "$Forwarded"}, -1},
                input::CopyMessages{fuji, sato, "INBOX", {7}, "Archive/2026", true},
                input::ChangeMailbox{fuji, sato, input::MailboxChange::Rename, "A", "B"},
                input::RenewUidValidity{4'294'967'295u}};
        QCOMPARE(all_.size(), std::variant_size_v<Input>);
    }

    void everyKindComesBackAsItWas() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            QCOMPARE(all_[i].index(), i);
            const auto back = decodeInput(plan_, encodeInput(plan_, all_[i]));
            QVERIFY2(back.ok(), std::to_string(i).c_str());
            QVERIFY2(*back == all_[i], std::to_string(i).c_str());
        }
    }

    void whatIsCutOrLengthenedIsRefused() {
        for (const Input& input : all_) {
            const std::string octets = encodeInput(plan_, input);
            for (std::size_t size = 0; size < octets.size(); ++size)
                QVERIFY(!decodeInput(plan_, octets.substr(0, size)).ok());
            QVERIFY(!decodeInput(plan_, octets + '\0').ok());
        }
    }

    void anyOctetMayBeWrong() {
        // It is refused or it is another valid input, which encodes to what was read.
        for (const Input& input : all_) {
            const std::string octets = encodeInput(plan_, input);
            for (std::size_t at = 0; at < octets.size(); ++at) {
                for (int flip : {1, 0x80, 0xFF}) {
                    std::string wrong = octets;
                    wrong[at] = char(wrong[at] ^ flip);
                    const auto read = decodeInput(plan_, wrong);
                    if (!read) continue;
                    const auto again = decodeInput(plan_, encodeInput(plan_, *read));
                    QVERIFY(again.ok() && *again == *read);
                }
            }
        }
    }

    void aHostThatIsNotThereIsNamed() {
        const std::string octets = encodeInput(plan_, all_[2]);
        Plan other = plan_;
        for (HostPlan& host : other.hosts)
            if (host.key == "fuji") host.key = "kita";
        const auto read = decodeInput(other, octets);
        QVERIFY(!read.ok());
        QVERIFY(read.problem().what.find("'fuji'") != std::string::npos);
    }

    void aHomeKeepsNoMailboxes() {
        const HostId home{std::uint32_t(plan_.hosts.size())};
        QVERIFY(!decodeInput(plan_,
                             encodeInput(plan_, input::Expunge{home, address("a@b.example"), "INBOX", {1}}))
                     .ok());
    }
};

MAILTOWN_SUITE(InputCodeTest)
#include "input_code_test.moc"
