// The certificate the servers show: made by the program, kept beside the user's data, so that a mail program
// that was told to trust it once finds it again. One for all scenarios: its names grow, its key stays.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mailtown {

struct Certificate {
    std::string certificatePem;
    std::string keyPem;               // PKCS #8, not encrypted
    std::filesystem::path publicFile; // the certificate alone, to hand to a mail program; empty: not kept
    std::string trouble;              // why it could not be kept, when it could not
};

// A self-signed certificate for localhost, 127.0.0.1, ::1 and `names` (host names and IP addresses). The one
// kept in `directory` if it serves still, else a new one with the names of both, which is kept there: the key
// readable by its owner alone. When nothing can be written, the certificate lasts as long as the process.
// Error: OpenSSL could make none.
Result<Certificate> serverCertificate(const std::filesystem::path& directory,
                                      const std::vector<std::string>& names, std::int64_t unixSeconds);

} // namespace mailtown
