#include "bench_town.h"

#include "support/town_builder.h"

#include <string>

#ifdef __linux__
#include <malloc.h>
#endif

namespace mailtown::bench {
namespace {

constexpr std::size_t offices = 8;

std::shared_ptr<const Plan> plan() {
    test::TownBuilder builder;
    for (std::size_t i = 0; i < offices; ++i) {
        const std::string key = "office" + std::to_string(i);
        builder.office(key, {key + ".example"});
        builder.account("aoki", key);
    }
    builder.office("closed", {"closed.example"});
    for (int i = 0; i < 100; ++i) builder.account("user" + std::to_string(i), "closed");
    return builder.build();
}

} // namespace

WaitingTown::WaitingTown(std::size_t count) : town(plan()), letters(count) {
    town.apply(input::SwitchOff{closed()}, trace);
    const Message message("From: aoki@office.example\r\nSubject: Hello\r\n\r\nHow are you?\r\n");
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t office = i % offices;
        town.runUntil(Time(double(hour) * double(i) / double(count)), trace);
        input::AcceptLetter accept;
        accept.host = HostId{std::uint32_t(office)};
        accept.envelope.returnPath = test::address("aoki@office" + std::to_string(office) + ".example");
        accept.envelope.recipients = {test::address("user" + std::to_string(i % 100) + "@closed.example")};
        accept.message = message;
        town.apply(accept, trace);
    }
    town.runUntil(2 * hour, trace); // every one has been tried, and waits
}

HostId WaitingTown::closed() const { return town.plan().find("closed"); }

std::size_t WaitingTown::waiting() const {
    std::size_t sum = 0;
    for (std::uint32_t i = 0; i < offices; ++i) sum += town.waitingCount(HostId{i});
    return sum;
}

std::size_t heapOctets() {
#ifdef __linux__
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
#else
    return 0;
#endif
}

} // namespace mailtown::bench
