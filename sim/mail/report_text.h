// The part of a delivery report that people read. Used by delivery_report.cpp.
#pragma once

#include "mail/delivery_report.h"

namespace mailtown {

// In Japanese and in English, whatever the language of the window: a letter's octets do not depend on who
// looks. UTF-8, CRLF line ends.
std::string reportText(const DeliveryReport& report);
std::string_view reportSubject(DeliveryReport::Kind kind);

// "550 5.1.1 no such user": code and answer in one, on one line.
std::string wholeAnswer(const ReportedRecipient& recipient);

} // namespace mailtown
