// Whatever comes as an address, as a list of addresses in a header, and as a domain name.
#include "fuzz.h"

#include "base/text.h"
#include "mail/address.h"
#include "mail/address_list.h"
#include "mail/header_writer.h"
#include "protocol/dns/name.h"

#include <algorithm>

using namespace mailtown;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets = octetsOf(data, size);
    if (const auto address = Address::parse(octets)) {
        const std::string text = address->text();
        must(isUtf8(text));
        must(std::none_of(text.begin(), text.end(), isControl));
        const auto again = Address::parse(text);
        must(again.ok());
        must(*again == *address);
    }
    (void)parseAddressList(octets);
    (void)envelopeFields(octets);
    if (const auto name = dns::Name::parse(octets)) {
        const auto again = dns::Name::parse(name->text());
        must(again && again->labels() == name->labels());
        must(name->isWithin(name->parent()));
    }
    return 0;
}
