#include "support/transcript.h"

#include "base/text.h"
#include "support/town_builder.h"
#include "town/desk_pop3.h"
#include "town/desk_smtp.h"

#include <charconv>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <variant>

namespace mailtown::test {
namespace {

std::string octetsOf(std::string_view text) {
    std::string octets;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            octets += text[i];
            continue;
        }
        const char c = text[++i];
        unsigned value = 0;
        if (c == 'x') {
            std::from_chars(text.data() + i + 1, text.data() + std::min(i + 3, text.size()), value, 16);
            i += 2;
        }
        octets += c == 'r' ? '\r' : c == 'n' ? '\n' : c == '0' ? '\0' : c == 'x' ? char(value) : c;
    }
    return octets;
}

std::shared_ptr<const Plan> townOfTheRfcs() {
    TownBuilder builder;
    builder.office("foo", {"foo.com"}, TownBuilder::everyRole, "foo.com");
    for (const char* user : {"jones", "brown", "mrose", "tim"}) builder.account(user, "foo");
    for (UserPlan& user : builder.plan().users)
        user.password = user.address.local() == "tim" ? "tanstaaftanstaaf" : "secret";
    return builder.build();
}

std::string letterOf(std::size_t octets) { // a header, and a body with dots, of this size altogether
    std::string letter = "Subject: of " + std::to_string(octets) + "\r\n\r\n.\r\n..two\r\n";
    letter.append(octets - letter.size() - 2, 'x');
    return letter + "\r\n";
}

template <class Server, class Event, class TlsAsked> class OpenDoor final : public Doorway {
public:
    template <class Options>
    explicit OpenDoor(Options options) : story_(townOfTheRfcs()), server_(std::move(options), 0) {
        for (const std::size_t octets : {120, 200})
            story_.apply(input::Append{
                story_.host("foo"), address("mrose@foo.com"), "INBOX", Message(letterOf(octets)), {}, 0});
    }

    std::string hears(std::string_view octets) override {
        server_.receive(0, octets);
        while (const auto event = server_.next()) {
            if (std::holds_alternative<TlsAsked>(*event)) {
                tlsAsked_ = true;
                break;
            }
            const HostId foo = story_.host("foo");
            if (const auto input = desk::change(story_.town, foo, server_, *event)) story_.apply(*input);
            desk::answer(story_.town, foo, server_, *event);
        }
        return server_.takeOutput();
    }
    std::string startsTls() override {
        if (!std::exchange(tlsAsked_, false)) throw std::runtime_error("the server did not ask for TLS");
        server_.tlsStarted(0);
        return hears({});
    }

private:
    Story story_;
    Server server_;
    bool tlsAsked_ = false;
};

} // namespace

Transcript readTranscript(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    Transcript transcript;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        using Who = TranscriptLine::Who;
        const std::string_view rest = std::string_view(line).substr(std::min<std::size_t>(3, line.size()));
        if (line.empty() || line.starts_with('#'))
            continue;
        else if (line.starts_with("door: "))
            transcript.door = line.substr(6);
        else if (line == "TLS")
            transcript.lines.push_back({Who::Tls, {}, number});
        else if (line.starts_with("S: ") || line == "S:")
            transcript.lines.push_back({Who::Server, std::string(rest), number});
        else if (line.starts_with("C: ") || line == "C:")
            transcript.lines.push_back({Who::Client, std::string(rest) + "\r\n", number});
        else if (line.starts_with("R: "))
            transcript.lines.push_back({Who::Client, octetsOf(rest), number});
        else
            throw std::runtime_error(path + ":" + std::to_string(number) + ": what is this? " + line);
    }
    return transcript;
}

bool matches(std::string_view said, std::string_view expected) {
    if (expected.ends_with("...")) return said.starts_with(expected.substr(0, expected.size() - 3));
    return said == expected;
}

std::unique_ptr<Doorway> openDoor(std::string_view door) {
    const bool refused = door.ends_with(" clear passwords refused");
    const std::string_view service = door.substr(0, door.find(' '));
    if (service == "pop3") {
        pop3::ServerOptions options;
        options.plainAuthWithoutTls = !refused;
        return std::make_unique<OpenDoor<pop3::Server, pop3::ServerEvent, pop3::TlsAsked>>(options);
    }
    if (service != "smtp" && service != "submission")
        throw std::runtime_error("no such door: " + std::string(door));
    smtp::ServerOptions options;
    options.hostname = "foo.com";
    options.submission = service == "submission";
    options.plainAuthWithoutTls = !refused;
    return std::make_unique<OpenDoor<smtp::Server, smtp::ServerEvent, smtp::TlsAsked>>(options);
}

} // namespace mailtown::test
