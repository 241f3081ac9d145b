#include "protocol/sasl/plain.h"

#include "base/text.h"

namespace mailtown::sasl {

std::optional<Credentials> readPlain(std::string_view message) {
    const std::size_t first = message.find('\0');
    if (first == message.npos) return std::nullopt;
    const std::size_t second = message.find('\0', first + 1);
    if (second == message.npos || message.find('\0', second + 1) != message.npos) return std::nullopt;
    const std::string_view authorise = message.substr(0, first);
    const std::string_view identity = message.substr(first + 1, second - first - 1);
    const std::string_view password = message.substr(second + 1);
    if (identity.empty() || password.empty() || !isUtf8(message)) return std::nullopt;
    if (!authorise.empty() && authorise != identity) return std::nullopt;
    return Credentials{std::string(identity), std::string(password)};
}

std::string writePlain(const Credentials& credentials) {
    std::string message(1, '\0');
    message += credentials.identity;
    message += '\0';
    message += credentials.password;
    return message;
}

} // namespace mailtown::sasl
