#include "sandbox/certificate.h"

#include "base/ip_address.h"
#include "base/platform.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <optional>
#include <set>

namespace mailtown {
namespace {

constexpr std::int64_t secondsPerDay = 86'400;
constexpr std::int64_t lifetime = 800 * secondsPerDay; // some mail programs trust none longer than 825 days
constexpr std::int64_t remakeBefore = 30 * secondsPerDay;
constexpr std::size_t mostNames = 500;
constexpr std::size_t largestFile = 1 << 20;

template <auto free> struct Free {
    template <class T> void operator()(T* object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Free<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Free<GENERAL_NAMES_free>>;

struct Identity {
    Key key;
    X509Certificate certificate;
};

Problem openSslProblem(const char* doing) {
    std::array<char, 256> why{};
    ERR_error_string_n(ERR_get_error(), why.data(), why.size());
    ERR_clear_error();
    return problem(std::string("cannot ") + doing + ": " + why.data());
}

std::string contentOf(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, std::size_t(size)) : std::string();
}

std::string pemOf(X509* certificate) {
    const Bio out(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(out.get(), certificate) == 1 ? contentOf(out.get()) : std::string();
}

std::string pemOf(EVP_PKEY* key) {
    const Bio out(BIO_new(BIO_s_mem()));
    const bool written =
        PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return written ? contentOf(out.get()) : std::string();
}

// What stands in subjectAltName, as text; other kinds of names are passed over.
std::set<std::string> namesOf(X509* certificate) {
    std::set<std::string> found;
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        const ASN1_STRING* value = name->type == GEN_DNS     ? static_cast<ASN1_STRING*>(name->d.dNSName)
                                   : name->type == GEN_IPADD ? static_cast<ASN1_STRING*>(name->d.iPAddress)
                                                             : nullptr;
        if (!value) continue;
        const std::uint8_t* octets = ASN1_STRING_get0_data(value);
        const auto size = std::size_t(ASN1_STRING_length(value));
        Ipv4 four{};
        Ipv6 six{};
        if (name->type == GEN_DNS) {
            found.emplace(reinterpret_cast<const char*>(octets), size);
        } else if (size == four.size()) {
            std::copy_n(octets, size, four.begin());
            found.insert(formatIpv4(four));
        } else if (size == six.size()) {
            std::copy_n(octets, size, six.begin());
            found.insert(formatIpv6(six));
        }
    }
    return found;
}

bool addName(GENERAL_NAMES* names, int kind, ASN1_STRING* value, const void* octets, std::size_t size) {
    GENERAL_NAME* name = GENERAL_NAME_new();
    if (!name || !value || ASN1_STRING_set(value, octets, int(size)) != 1) {
        GENERAL_NAME_free(name);
        ASN1_STRING_free(value);
        return false;
    }
    GENERAL_NAME_set0_value(name, kind, value);
    return sk_GENERAL_NAME_push(names, name) > 0;
}

bool addNames(X509* certificate, const std::set<std::string>& texts) {
    const Names names(GENERAL_NAMES_new());
    bool good = names != nullptr;
    for (const std::string& text : texts) {
        if (const auto four = parseIpv4(text))
            good =
                good && addName(names.get(), GEN_IPADD, ASN1_OCTET_STRING_new(), four->data(), four->size());
        else if (const auto six = parseIpv6(text))
            good = good && addName(names.get(), GEN_IPADD, ASN1_OCTET_STRING_new(), six->data(), six->size());
        else
            good = good && addName(names.get(), GEN_DNS, ASN1_IA5STRING_new(), text.data(), text.size());
    }
    return good && X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, 0) == 1;
}

bool addExtension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addSerialNumber(X509* certificate) {
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) return false;
    // RFC 5280 §4.1.2.2: positive.
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), (serial >> 1) | 1) == 1;
}

Result<Identity> makeIdentity(Key key, const std::set<std::string>& names, std::int64_t unixSeconds) {
    if (!key) key.reset(EVP_EC_gen("P-256"));
    X509Certificate made(X509_new());
    if (!key || !made) return openSslProblem("make a key");
    X509* certificate = made.get();
    X509_NAME* subject = X509_get_subject_name(certificate);
    const auto text = [](const char* t) { return reinterpret_cast<const unsigned char*>(t); };
    const bool good =
        X509_set_version(certificate, X509_VERSION_3) == 1 && addSerialNumber(certificate) &&
        // A day earlier, for clocks that are a little behind.
        ASN1_TIME_set(X509_getm_notBefore(certificate), unixSeconds - secondsPerDay) &&
        ASN1_TIME_set(X509_getm_notAfter(certificate), unixSeconds + lifetime) &&
        X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_UTF8, text("Mailtown"), -1, -1, 0) == 1 &&
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text("localhost"), -1, -1, 0) == 1 &&
        X509_set_issuer_name(certificate, subject) == 1 && X509_set_pubkey(certificate, key.get()) == 1 &&
        // It vouches for itself and for nothing else.
        addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(certificate, NID_key_usage, "critical,digitalSignature") &&
        addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
        addExtension(certificate, NID_subject_key_identifier, "hash") &&
        addExtension(certificate, NID_authority_key_identifier, "keyid:always") &&
        addNames(certificate, names) && X509_sign(certificate, key.get(), EVP_sha256()) > 0;
    if (!good) return openSslProblem("make a certificate");
    return Identity{std::move(key), std::move(made)};
}

// Nothing when the file is not there, is no pair, or could have been read by others: their key is not ours.
std::optional<Identity> readIdentity(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (error || !std::filesystem::is_regular_file(status)) return std::nullopt;
    if ((status.permissions() & (perms::group_all | perms::others_all)) != perms::none) return std::nullopt;
    if (std::filesystem::file_size(file, error) > largestFile || error) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    const auto bio = [&pem] { return Bio(BIO_new_mem_buf(pem.data(), int(pem.size()))); };
    Identity identity;
    identity.key.reset(PEM_read_bio_PrivateKey(bio().get(), nullptr, nullptr, nullptr));
    identity.certificate.reset(PEM_read_bio_X509(bio().get(), nullptr, nullptr, nullptr));
    const bool pair = identity.key && identity.certificate &&
                      X509_check_private_key(identity.certificate.get(), identity.key.get()) == 1;
    ERR_clear_error();
    if (!pair) return std::nullopt;
    return identity;
}

bool serves(X509* certificate, std::int64_t unixSeconds) {
    std::time_t now = unixSeconds, later = unixSeconds + remakeBefore;
    return X509_cmp_time(X509_get0_notBefore(certificate), &now) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate), &later) > 0;
}

void keep(Certificate& made, const std::filesystem::path& directory) {
    const std::filesystem::path publicFile = directory / "certificate.pem";
    auto kept = platform::makePrivateDirectory(directory);
    if (kept) kept = platform::writePrivateFile(directory / "server.pem", made.keyPem + made.certificatePem);
    if (kept) kept = platform::writePrivateFile(publicFile, made.certificatePem);
    if (kept)
        made.publicFile = publicFile;
    else
        made.trouble = kept.problem().what;
}
} // namespace

Result<Certificate> serverCertificate(const std::filesystem::path& directory,
                                      const std::vector<std::string>& names, std::int64_t unixSeconds) {
    std::set<std::string> wanted{"localhost", "127.0.0.1", "::1"};
    for (const std::string& name : names)
        if (isAscii(name) && !name.empty() && wanted.size() < mostNames) wanted.insert(toLower(name));

    Key key;
    if (auto old = readIdentity(directory / "server.pem")) {
        const std::set<std::string> has = namesOf(old->certificate.get());
        const bool complete = std::includes(has.begin(), has.end(), wanted.begin(), wanted.end());
        const std::filesystem::path publicFile = directory / "certificate.pem";
        std::error_code error;
        if (complete && serves(old->certificate.get(), unixSeconds) &&
            std::filesystem::exists(publicFile, error))
            return Certificate{pemOf(old->certificate.get()), pemOf(old->key.get()), publicFile, {}};
        if (has.size() + wanted.size() <= mostNames) wanted.insert(has.begin(), has.end());
        key = std::move(old->key);
    }
    auto identity = makeIdentity(std::move(key), wanted, unixSeconds);
    if (!identity) return identity.problems();
    Certificate made{pemOf(identity->certificate.get()), pemOf(identity->key.get()), {}, {}};
    keep(made, directory);
    return made;
}

} // namespace mailtown
