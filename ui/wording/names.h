// What hosts, people and letters are called, in the current language and vocabulary.
#pragma once

#include "town/town.h"

#include <QString>

namespace mailtown::wording {

// Cheap to make: it refers to the town, and must not outlive it.
class Names {
public:
    explicit Names(const Town& town) : town_(town), plan_(town.plan()) {}

    QString
    host(HostId id) const; // "Sakura office" | "mail.sakura.example"; of a home "Aoki" | "pc.sakura.example"
    QString label(HostId id) const; // as the map writes it, in either vocabulary
    QString device(HostId id) const; // "Aoki’s PC", "Aoki’s phone", or its own name; of an office as host()
    QString person(std::string_view address) const; // "Sato", else the address
    QString person(NameId id) const;
    QString people(const std::vector<NameId>& ids) const; // "Sato", "Sato and Endo", "Sato and 3 others"
    QString address(NameId id) const;                     // empty when invalid
    QString letter(LetterId id) const;               // "Aoki’s letter", "the report about Aoki’s letter"
    HostId hostNamed(const QString& hostname) const; // by "mail.fuji.example"

    const Town& town() const { return town_; }
    const Plan& plan() const { return plan_; }

private:
    const Town& town_;
    const Plan& plan_;
};

} // namespace mailtown::wording
