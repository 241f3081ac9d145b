#include "town/exchange_choice.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace mailtown {

ExchangeChoice chooseExchanges(std::vector<Exchange> exchanges, std::string_view ownHostname,
                               Random& random) {
    if (exchanges.size() == 1 && exchanges.front().name.empty()) return {true, {}};
    // RFC 7505 §3: "." beside others names no host.
    std::erase_if(exchanges, [](const Exchange& e) { return e.name.empty(); });

    // Those of equal preference in random order: shuffled, then sorted stably.
    for (std::size_t i = exchanges.size(); i > 1; --i)
        std::swap(exchanges[i - 1], exchanges[std::size_t(random.below(i))]);
    std::stable_sort(exchanges.begin(), exchanges.end(),
                     [](const Exchange& a, const Exchange& b) { return a.preference < b.preference; });

    // We are one of them: those of the same or a higher number would only send the letter back to us.
    const auto ourselves = std::find_if(exchanges.begin(), exchanges.end(), [&](const Exchange& e) {
        return equalIgnoringCase(e.name, ownHostname);
    });
    if (ourselves != exchanges.end()) {
        const std::uint16_t limit = ourselves->preference;
        std::erase_if(exchanges, [&](const Exchange& e) { return e.preference >= limit; });
    }
    ExchangeChoice choice;
    for (Exchange& exchange : exchanges) choice.names.push_back(std::move(exchange.name));
    return choice;
}

} // namespace mailtown
