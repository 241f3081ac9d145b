#include "protocol/imap/body_structure.h"

#include "mail/address_list.h"
#include "protocol/imap/message_data.h"
#include "protocol/imap/quoting.h"

namespace mailtown::imap {
namespace {

void appendAddresses(std::string& out, const std::vector<ListedAddress>& addresses) {
    if (addresses.empty()) {
        out += "NIL";
        return;
    }
    out += '(';
    for (const ListedAddress& address : addresses) {
        // RFC 9051 §7.5.2: a group begins with (NIL NIL name NIL) and ends with (NIL NIL NIL NIL).
        const bool mailbox = address.kind == ListedAddress::Kind::Mailbox;
        out += '(';
        appendNstring(out, mailbox ? address.name : std::string());
        out += ' ';
        appendNstring(out, mailbox ? address.route : std::string());
        out += ' ';
        if (mailbox)
            appendString(out, address.local);
        else
            appendNstring(out, address.name);
        out += ' ';
        // Without a domain it would read as a group: Dovecot writes "MISSING_DOMAIN".
        if (mailbox)
            appendString(out, address.domain.empty() ? "MISSING_DOMAIN" : address.domain);
        else
            out += "NIL";
        out += ')';
    }
    out += ')';
}

void appendParameters(std::string& out, const std::vector<MimeParameter>& parameters) {
    if (parameters.empty()) {
        out += "NIL";
        return;
    }
    out += '(';
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (i) out += ' ';
        appendString(out, parameters[i].wireName);
        out += ' ';
        appendString(out, parameters[i].wireValue);
    }
    out += ')';
}

void appendDisposition(std::string& out, const MimePart& part) {
    if (part.disposition.empty()) {
        out += "NIL";
        return;
    }
    out += '(';
    appendString(out, part.disposition);
    out += ' ';
    appendParameters(out, part.dispositionParameters);
    out += ')';
}

void appendLanguages(std::string& out, const std::vector<std::string>& languages) {
    if (languages.empty()) {
        out += "NIL";
        return;
    }
    out += '(';
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (i) out += ' ';
        appendString(out, languages[i]);
    }
    out += ')';
}

void appendExtension(std::string& out, const MimePart& part) {
    out += ' ';
    appendDisposition(out, part);
    out += ' ';
    appendLanguages(out, part.languages);
    out += ' ';
    appendNstring(out, part.location);
}

// How a structure is to be written.
struct Manner {
    std::string_view message;
    bool extended;
    // Octets that are read of embedded messages' headers, of all together: a stranger may have filled a large
    // message with nothing else.
    std::size_t headerLeft = longestHeaderRead;
};

void appendPart(std::string& out, const MimePart& part, Manner& manner);

void appendMultipart(std::string& out, const MimePart& part, Manner& manner) {
    for (const MimePart& child : part.children) appendPart(out, child, manner);
    out += ' ';
    appendString(out, part.subtype);
    if (!manner.extended) return;
    out += ' ';
    appendParameters(out, part.parameters);
    appendExtension(out, part);
}

void appendSinglePart(std::string& out, const MimePart& part, Manner& manner) {
    appendString(out, part.type);
    out += ' ';
    appendString(out, part.subtype);
    out += ' ';
    appendParameters(out, part.parameters);
    out += ' ';
    appendNstring(out, part.id);
    out += ' ';
    appendNstring(out, part.description);
    out += ' ';
    appendString(out, part.encoding);
    out += ' ' + std::to_string(part.size());
    if (part.isMessage()) {
        const MimePart& embedded = part.children.front();
        out += ' ';
        const std::string_view header = embedded.header(manner.message).substr(0, manner.headerLeft);
        manner.headerLeft -= header.size();
        appendEnvelope(out, header);
        out += ' ';
        appendPart(out, embedded, manner);
    }
    if (part.isMessage() || part.isText()) out += ' ' + std::to_string(part.lines);
    if (!manner.extended) return;
    out += ' ';
    appendNstring(out, part.md5);
    appendExtension(out, part);
}

void appendPart(std::string& out, const MimePart& part, Manner& manner) {
    out += '(';
    if (part.isMultipart())
        appendMultipart(out, part, manner);
    else
        appendSinglePart(out, part, manner);
    out += ')';
}

} // namespace

void appendEnvelope(std::string& out, std::string_view header) {
    const EnvelopeFields fields = envelopeFields(header);
    out += '(';
    appendNstring(out, fields.date);
    out += ' ';
    appendNstring(out, fields.subject);
    for (const auto* addresses :
         {&fields.from, &fields.sender, &fields.replyTo, &fields.to, &fields.cc, &fields.bcc}) {
        out += ' ';
        appendAddresses(out, *addresses);
    }
    out += ' ';
    appendNstring(out, fields.inReplyTo);
    out += ' ';
    appendNstring(out, fields.messageId);
    out += ')';
}

void appendBodyStructure(std::string& out, const MimePart& part, std::string_view message, bool extended) {
    Manner manner{message, extended};
    appendPart(out, part, manner);
}

} // namespace mailtown::imap
