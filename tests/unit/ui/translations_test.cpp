#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

// Japanese and English are equal in rank: no string may be left untranslated or marked as unfinished.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areComplete_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(MAILTOWN_SOURCE_DIR "/resources/translations"));
        for (const QString& name : folder.entryList({QStringLiteral("*.ts")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
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
};

MAILTOWN_SUITE(TranslationsTest)
#include "translations_test.moc"
