// Whatever comes as a DNS message, as a question to the server and as an answer to the resolver.
#include "fuzz.h"

#include "protocol/dns/resolver.h"
#include "protocol/dns/server.h"

using namespace mailtown;
using namespace mailtown::dns;

namespace {

const Server& server() {
    static const Server made(
        {Zone::build("fuji.example", {{"fuji.example", "MX", 60, "10 mail.fuji.example"},
                                      {"mail.fuji.example", "A", 60, "10.1.0.25"},
                                      {"*.fuji.example", "CNAME", 60, "mail.fuji.example"},
                                      {"sub.fuji.example", "NS", 60, "ns.sub.fuji.example"}})
             .value()});
    return made;
}

void readAndWriteAgain(std::string_view octets) {
    const auto message = decode(octets);
    if (!message) return;
    const auto again = decode(encode(*message));
    must(again.has_value());
    must(again->truncated || *again == *message);
    must(encode(*message, plainUdpSize).size() <= plainUdpSize || message->questions.size() > 1);
    for (const Record& record : message->answers)
        if (record.type != Type::TXT && typeNamed(typeName(record.type)))
            must(parseData(record.type, dataText(record.data)) == record.data);
}

void answer(std::string_view octets) {
    const std::string reply = server().answer(octets, Transport::Udp);
    if (reply.empty()) return;
    must(reply.size() <= 1232);
    const auto message = decode(reply);
    must(message && message->response);
    must(server().answer(reply, Transport::Tcp).empty());
}

void hear(std::string_view octets) {
    Resolver resolver;
    const Name name = *Name::parse("fuji.example");
    resolver.ask(0, name, Type::MX); // id 1
    resolver.takeOutput();
    resolver.receive(1, octets);
    const Resolver copy = resolver;
    must(copy == resolver);
    const auto answered = resolver.next();
    if (answered) (void)answered->answer.text();
    while (const Time due = resolver.deadline()) {
        if (due == never) break;
        resolver.timeout(due);
    }
    must(answered.has_value() || resolver.next().has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets = octetsOf(data, size);
    readAndWriteAgain(octets);
    answer(octets);
    hear(octets);
    // The same as the body of an answer to the question that stands open, for depth.
    hear(std::string("\0\1\x84\0\0\1\0\3\0\1\0\1\4fuji\7example\0\0\x0F\0\1", 30) + std::string(octets));
    return 0;
}
