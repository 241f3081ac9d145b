#include "mail/address_list.h"

#include "base/text.h"
#include "mail/header_field.h"

#include <utility>

namespace mailtown {
namespace {

using Kind = HeaderToken::Kind;

std::string joined(const std::vector<HeaderToken>& words) {
    std::string out;
    for (const HeaderToken& word : words) {
        if (!out.empty()) out += ' ';
        out += word.kind == Kind::Special ? std::string(1, word.special) : word.text;
    }
    return out;
}

class AddressListParser {
public:
    explicit AddressListParser(std::string_view value) : lexer_(value, "<>@,;:") {}

    std::vector<ListedAddress> parse() {
        for (HeaderToken token = lexer_.next(); token.kind != Kind::End; token = lexer_.next()) {
            if (token.kind == Kind::Comment) {
                comment_ = token.text;
            } else if (token.is('<')) {
                readAngle();
            } else if (token.is(',')) {
                flush();
            } else if (token.is(':') && !inGroup_ && !sawAt_) {
                list_.push_back({ListedAddress::Kind::GroupStart, joined(words_), {}, {}, {}});
                inGroup_ = true;
                reset();
            } else if (token.is(';')) {
                flush();
                endGroup();
            } else {
                sawAt_ = sawAt_ || token.is('@');
                words_.push_back(std::move(token));
            }
        }
        flush();
        endGroup();
        return std::move(list_);
    }

private:
    // name <@route:local@domain>
    void readAngle() {
        ListedAddress address;
        address.name = joined(words_);
        reset();
        HeaderToken token = lexer_.next();
        if (token.is('@')) { // RFC 5322 §4.4 obs-route
            for (; token.kind != Kind::End && !token.is(':') && !token.is('>'); token = lexer_.next())
                address.route += token.kind == Kind::Special ? std::string(1, token.special) : token.text;
            if (token.is(':')) token = lexer_.next();
        }
        for (; token.kind != Kind::End && !token.is('>'); token = lexer_.next())
            if (token.kind != Kind::Comment) words_.push_back(std::move(token));
        splitAddress(address);
        // "<>" alone is no address; a name with it is still worth showing.
        if (!address.local.empty() || !address.domain.empty() || !address.name.empty())
            list_.push_back(std::move(address));
        reset();
    }

    // The words are local@domain; the last @ is the one that splits.
    void splitAddress(ListedAddress& address) const {
        std::size_t at = words_.size();
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (words_[i].is('@')) at = i;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (i == at) continue;
            std::string& part = i < at ? address.local : address.domain;
            part += words_[i].kind == Kind::Special ? std::string(1, words_[i].special) : words_[i].text;
        }
    }

    // The end of one that stood without angle brackets: "local@domain (name)", or a lone word.
    void flush() {
        if (!words_.empty()) {
            ListedAddress address;
            splitAddress(address);
            if (!sawAt_) address.local = joined(words_);
            address.name = comment_;
            list_.push_back(std::move(address));
        }
        reset();
    }

    void endGroup() {
        if (inGroup_) list_.push_back({ListedAddress::Kind::GroupEnd, {}, {}, {}, {}});
        inGroup_ = false;
    }

    void reset() {
        words_.clear();
        comment_.clear();
        sawAt_ = false;
    }

    HeaderLexer lexer_;
    std::vector<ListedAddress> list_;
    std::vector<HeaderToken> words_;
    std::string comment_;
    bool sawAt_ = false;
    bool inGroup_ = false;
};

} // namespace

std::vector<ListedAddress> parseAddressList(std::string_view value) {
    return AddressListParser(value).parse();
}

EnvelopeFields envelopeFields(std::string_view header) {
    EnvelopeFields out;
    const auto text = [](std::string& into, std::string_view value) {
        if (into.empty()) into = unfolded(value);
    };
    const auto addresses = [](std::vector<ListedAddress>& into, std::string_view value) {
        std::vector<ListedAddress> more = parseAddressList(value); // a second To: adds to the first
        into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (const HeaderField& field : headerFields(header)) {
        const std::string name = toLower(field.name);
        if (name == "date") text(out.date, field.value);
        if (name == "subject") text(out.subject, field.value);
        if (name == "in-reply-to") text(out.inReplyTo, field.value);
        if (name == "message-id") text(out.messageId, field.value);
        if (name == "from") addresses(out.from, field.value);
        if (name == "sender") addresses(out.sender, field.value);
        if (name == "reply-to") addresses(out.replyTo, field.value);
        if (name == "to") addresses(out.to, field.value);
        if (name == "cc") addresses(out.cc, field.value);
        if (name == "bcc") addresses(out.bcc, field.value);
    }
    // RFC 9051 §7.5.2: the server sets them from From when they are absent or empty.
    if (out.sender.empty()) out.sender = out.from;
    if (out.replyTo.empty()) out.replyTo = out.from;
    return out;
}

} // namespace mailtown
