// A scenario for session tests: two offices, one of them closed for a while, and letters under way.
#pragma once

#include "scenario/scenario.h"
#include "session/session.h"

namespace mailtown::test {

inline const char* const sessionScenario = R"(
mailtown: 1
title: {en: Session, ja: セッション}
start: 2026-06-01 09:00 +0900
retry: postfix
hosts:
  sakura: {domains: [sakura.example]}
  fuji: {domains: [fuji.example]}
users:
  aoki@sakura.example: {password: a}
  sato@fuji.example: {password: b}
timeline:
  - {at: 1s, send: {from: aoki@sakura.example, to: sato@fuji.example, subject: {en: First, ja: 一通目}}}
  - {at: 1m, down: fuji}
  - {at: 2m, send: {from: aoki@sakura.example, to: sato@fuji.example, subject: Second}}
  - {at: 90m, up: fuji}
  - {at: 100m, send: {from: sato@fuji.example, to: aoki@sakura.example, subject: Third}}
)";

inline Scenario readSessionScenario(std::string_view language = "en") {
    auto read = readScenario(sessionScenario, "session.yaml", language);
    if (!read) qFatal("%s", read.problem().text().c_str());
    return std::move(read).value();
}

inline Address address(const char* text) { return Address::parse(text).value(); }

inline Input realLetter(const Session& session, const char* subject) {
    const HostId fuji = session.scenario().plan.find("fuji");
    return input::AcceptLetter{
        fuji, Envelope{address("someone@elsewhere.example"), {address("sato@fuji.example")}},
        Message(std::string("Received: from elsewhere\r\nSubject: ") + subject + "\r\n\r\nHello\r\n")};
}

inline Input writtenLetter(const Session& session, const char* subject) {
    const Plan& plan = session.scenario().plan;
    return input::Send{
        HostId{std::uint32_t(plan.hosts.size())}, {address("sato@fuji.example")}, subject, "Hello\n"};
}

} // namespace mailtown::test
