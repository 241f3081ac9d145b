#include "support/suite.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

// Japanese and English are equal in rank: no string may be left untranslated or marked as unfinished.
class TranslationsTest : public QObject {
    Q_OBJECT

    static void catalogs() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/resources/translations"));
        for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    static QString allCode() {
        QString code;
        for (const char* room : {"/ui", "/app"}) {
            QDirIterator files(QStringLiteral(MAILTOWN_SOURCE_DIR) + QLatin1String(room),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly)) code += QString::fromUtf8(file.readAll());
            }
        }
        return code;
    }

private Q_SLOTS:
    void areComplete_data() { catalogs(); }
    void areComplete() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        int messages = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) continue;
            if (xml.name() == QLatin1String("source")) source = xml.readElementText();
            if (xml.name() != QLatin1String("translation")) continue;
            ++messages;
            QVERIFY2(!xml.attributes().hasAttribute(QLatin1String("type")), qPrintable(source));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            QVERIFY2(!text.isEmpty(), qPrintable(source));
            for (const char* place : {"%1", "%2", "%3", "%4"})
                QVERIFY2(source.contains(QLatin1String(place)) == text.contains(QLatin1String(place)),
                         qPrintable(source));
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 0);
    }

    // What no code says any more would be kept and mended for ever.
    void holdNothingUnused_data() { catalogs(); }
    void holdNothingUnused() {
        QFETCH(QString, path);
        const QString code = allCode();
        QVERIFY(!code.isEmpty());
        // "one " "string" is one string.
        static const QRegularExpression seam(QStringLiteral("\"\\s*\"")),
            literal(QStringLiteral("\"((?:[^\"\\\\\n]|\\\\.)*)\"")),
            declared(QStringLiteral("Q_DECLARE_TR_FUNCTIONS\\((\\w+)\\)"));
        QSet<QString> said, contexts;
        for (auto each = literal.globalMatch(QString(code).remove(seam)); each.hasNext();)
            said += each.next().captured(1);
        for (auto each = declared.globalMatch(code); each.hasNext();) contexts += each.next().captured(1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) continue;
            if (xml.name() == QLatin1String("name")) {
                const QString name = xml.readElementText(), type = name.section(QStringLiteral("::"), -1);
                const bool known = name == type ? contexts.contains(name)
                                                : code.contains(QStringLiteral("class %1 :").arg(type));
                QVERIFY2(known, qPrintable(name));
            } else if (xml.name() == QLatin1String("source")) {
                QString source = xml.readElementText();
                source.replace(u'\\', QStringLiteral("\\\\")).replace(u'\n', QStringLiteral("\\n"));
                source.replace(u'"', QStringLiteral("\\\""));
                QVERIFY2(said.contains(source), qPrintable(source));
            }
        }
    }
};

MAILTOWN_SUITE(TranslationsTest)
#include "translations_test.moc"
