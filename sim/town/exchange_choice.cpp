#include "town/exchange_choice.h"

#include <algorithm>
#include <utility>

namespace mailtown {

ExchangeChoice chooseExchanges(std::vector<Exchange> exchanges, HostId ourselves, Random& random) {
    if (exchanges.size() == 1 && !exchanges.front().name) return {true, {}};
    // RFC 7505 §3: "." beside others names no host.
    std::erase_if(exchanges, [](const Exchange& e) { return !e.name; });

    // Those of equal preference in random order: shuffled, then sorted stably.
    for (std::size_t i = exchanges.size(); i > 1; --i)
        std::swap(exchanges[i - 1], exchanges[std::size_t(random.below(i))]);
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const Exchange& a, const Exchange& b) { return a.preference < b.preference; });

    // We are one of them: those of the same or a higher number would only send the letter back to us.
    const auto own = std::find_if(exchanges.begin(), exchanges.end(),
                                  [&](const Exchange& e) { return e.host == ourselves; });
    if (own != exchanges.end()) {
        const std::uint16_t limit = own->preference;
        std::erase_if(exchanges, [&](const Exchange& e) { return e.preference >= limit; });
    }
    ExchangeChoice choice;
    choice.names.reserve(exchanges.size());
    for (const Exchange& exchange : exchanges) choice.names.push_back(exchange.name);
    return choice;
}

} // namespace mailtown
