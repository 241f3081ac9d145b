// A conversation as the RFCs print them, to be held with one of our servers:
//
//   # a remark
//   door: smtp                    smtp, submission or pop3; "clear passwords refused" may follow
//   S: 220 foo.com ...            what the server says; "..." at the end stands for anything
//   C: EHLO bar.com               a line of the client's, CRLF follows
//   R: \r\n.\n                    octets of the client's as they are: \r \n \0 \\ \xNN
//   TLS                           both sides start it
#pragma once

#include "town/town.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailtown::test {

struct TranscriptLine {
    enum class Who { Server, Client, Tls };
    Who who = Who::Server;
    std::string text; // Client: octets to send; Server: without line end
    int number = 0;   // in the file
};

struct Transcript {
    std::string door;
    std::vector<TranscriptLine> lines;
};

// Throws std::runtime_error that names the line: the file is part of the tests.
Transcript readTranscript(const std::string& path);

bool matches(std::string_view said, std::string_view expected);

// A server with its desk in a town of its own, made as the transcripts expect it:
// foo.com with the users jones, brown, mrose and tim (passwords "secret", tim's "tanstaaftanstaaf"), and two
// letters of 120 and 200 octets in mrose's maildrop.
class Doorway {
public:
    virtual ~Doorway() = default;
    virtual std::string hears(std::string_view octets) = 0; // and what is said to it; "" first: the greeting
    virtual std::string startsTls() = 0;                    // fails where the server did not ask for it
};

std::unique_ptr<Doorway> openDoor(std::string_view door);

} // namespace mailtown::test
