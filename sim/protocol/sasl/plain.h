// The two mechanisms that carry a password as it is: PLAIN (RFC 4616) and the older LOGIN.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mailtown::sasl {

struct Credentials {
    std::string identity; // who logs in (authcid)
    std::string password;
};

// The decoded message of PLAIN: [authzid] NUL authcid NUL passwd. None: another number of parts, an empty
// authcid or password, not UTF-8, or an authzid other than the authcid, for nobody here may act for another.
std::optional<Credentials> readPlain(std::string_view message);
std::string writePlain(const Credentials& credentials);

// LOGIN's two questions, in base64: "Username:", "Password:".
inline constexpr std::string_view loginUserPrompt = "VXNlcm5hbWU6";
inline constexpr std::string_view loginPasswordPrompt = "UGFzc3dvcmQ6";

} // namespace mailtown::sasl
