#include "protocol/pop3/command.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mailtown::pop3 {

Command readCommand(std::string_view line) {
    constexpr std::array<std::pair<std::string_view, Verb>, 14> verbs{{{"CAPA", Verb::Capa},
                                                                       {"STLS", Verb::Stls},
                                                                       {"USER", Verb::User},
                                                                       {"PASS", Verb::Pass},
                                                                       {"AUTH", Verb::Auth},
                                                                       {"STAT", Verb::Stat},
                                                                       {"LIST", Verb::List},
                                                                       {"UIDL", Verb::Uidl},
                                                                       {"RETR", Verb::Retr},
                                                                       {"TOP", Verb::Top},
                                                                       {"DELE", Verb::Dele},
                                                                       {"RSET", Verb::Rset},
                                                                       {"NOOP", Verb::Noop},
                                                                       {"QUIT", Verb::Quit}}};
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    Command command;
    command.argument = line.substr(std::min(end + 1, line.size()));
    for (const auto& [name, verb] : verbs)
        if (equalIgnoringCase(word, name)) command.verb = verb;
    return command;
}

} // namespace mailtown::pop3
