#include "sandbox/certificate.h"
#include "support/suite.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

using namespace mailtown;

namespace {
constexpr std::int64_t today = 1'900'000'000, year = 365 * 86'400;

QSslCertificate read(const Certificate& certificate) {
    return QSslCertificate(QByteArray::fromStdString(certificate.certificatePem));
}
QStringList names(const Certificate& certificate) {
    const auto all = read(certificate).subjectAlternativeNames();
    QStringList texts;
    for (const QString& name : all) texts << name;
    texts.sort();
    return texts;
}
} // namespace

class CertificateTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::filesystem::path directory() const {
        return std::filesystem::path(folder_->path().toStdString()) / "mailtown";
    }
    Certificate make(const std::vector<std::string>& hosts, std::int64_t now = today) const {
        auto made = serverCertificate(directory(), hosts, now);
        return made ? *made : Certificate{};
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void namesEveryWayToReachTheServers() {
        const QStringList all = names(make({"mail.fuji.example", "MAIL.Hoshi.example", "192.0.2.7"}));
        for (const char* name :
             {"localhost", "127.0.0.1", "mail.fuji.example", "mail.hoshi.example", "192.0.2.7"})
            QVERIFY2(all.contains(QString::fromLatin1(name)), name);
        QVERIFY(all.filter(QStringLiteral("0:0:0:0:0:0:0:1")).size() == 1 ||
                all.contains(QStringLiteral("::1")));
    }

    void isTheSameTheNextTime() {
        const Certificate first = make({"mail.fuji.example"});
        QVERIFY(first.trouble.empty());
        const Certificate second = make({"mail.fuji.example"}, today + year);
        QCOMPARE(second.certificatePem, first.certificatePem);
        QCOMPARE(second.keyPem, first.keyPem);
    }

    void learnsNewNamesAndKeepsTheOldOnesAndTheKey() {
        const Certificate first = make({"mail.fuji.example"});
        const Certificate second = make({"mail.hoshi.example"});
        QCOMPARE(second.keyPem, first.keyPem);
        QVERIFY(names(second).contains(QStringLiteral("mail.fuji.example")));
        QCOMPARE(make({"mail.fuji.example"}).certificatePem, second.certificatePem);
    }

    void isRenewedBeforeItRunsOut() {
        const Certificate first = make({});
        const std::int64_t later = today + 790 * 86'400;
        const Certificate second = make({}, later);
        QVERIFY(second.certificatePem != first.certificatePem);
        QVERIFY(read(second).expiryDate().toSecsSinceEpoch() > later + year);
    }

    void keepsTheKeyFromOthers() {
        const Certificate first = make({});
        using std::filesystem::perms;
        const auto file = directory() / "server.pem";
        QVERIFY(std::filesystem::status(file).permissions() == (perms::owner_read | perms::owner_write));
        QCOMPARE(first.publicFile, directory() / "certificate.pem");
        std::ifstream in(first.publicFile);
        QCOMPARE((std::string{std::istreambuf_iterator<char>(in), {}}), first.certificatePem);
        // A key that others could read is not used again.
        std::filesystem::permissions(file, perms::owner_all | perms::others_read);
        QVERIFY(make({}).keyPem != first.keyPem);
    }

    void doesNotTakeADamagedFile() {
        const Certificate first = make({});
        {
            std::ofstream out(directory() / "server.pem", std::ios::trunc);
            out << first.keyPem << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        }
        const Certificate second = make({});
        QVERIFY(!read(second).isNull());
        QVERIFY(second.keyPem != first.keyPem);
    }

    void servesWithoutAPlaceToKeepIt() {
        std::ofstream(folder_->path().toStdString() + "/file") << "in the way";
        auto made = serverCertificate(
            std::filesystem::path(folder_->path().toStdString()) / "file" / "mailtown", {}, today);
        QVERIFY(made.ok());
        QVERIFY(!made->trouble.empty());
        QVERIFY(made->publicFile.empty());
        QVERIFY(!read(*made).isNull());
        QVERIFY(!QSslKey(QByteArray::fromStdString(made->keyPem), QSsl::Ec).isNull());
    }
};

MAILTOWN_SUITE(CertificateTest)
#include "certificate_test.moc"
