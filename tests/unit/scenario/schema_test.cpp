// scenarios/mailtown.schema.json and the reader know the same keys and words.
#include "scenario/keys.h"
#include "support/suite.h"
#include "town/retry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace mailtown;

namespace {

QStringList list(const std::vector<std::string>& names) {
    QStringList out;
    for (const std::string& name : names) out << QString::fromStdString(name);
    out.sort();
    return out;
}

QStringList list(const QJsonValue& names) {
    QStringList out = names.toVariant().toStringList();
    out.sort();
    return out;
}

QStringList listOf(QStringList names) {
    names.sort();
    return names;
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
    QJsonObject defs_;

    QJsonValue wordsOf(const char* definition, const char* property) const {
        return defs_[QLatin1String(definition)][QLatin1String("properties")][QLatin1String(property)]
                    [QLatin1String("enum")];
    }

private Q_SLOTS:
    void initTestCase() {
        QFile file(QStringLiteral(MAILTOWN_SOURCE_DIR "/scenarios/mailtown.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        defs_ = QJsonDocument::fromJson(file.readAll())[QLatin1String("$defs")].toObject();
    }

    void theKeysAreTheReaders() {
        QStringList maps; // definitions that are maps with keys of their own
        for (auto it = defs_.begin(); it != defs_.end(); ++it)
            if (it.value().toObject().contains(QLatin1String("properties"))) maps << it.key();
        QStringList tables;
        for (const KeyTable* table : keys::tables()) {
            const QString name = QString::fromStdString(table->name);
            tables << name;
            const QJsonObject definition = defs_[name].toObject();
            QCOMPARE(listOf(definition[QLatin1String("properties")].toObject().keys()), list(table->all()));
            QCOMPARE(list(definition[QLatin1String("required")]), list(table->required));
            QCOMPARE(definition[QLatin1String("additionalProperties")], QJsonValue(false));
        }
        QCOMPARE(listOf(maps), listOf(tables));
    }

    void theWordsAreTheReaders() {
        QCOMPARE(list(defs_[QLatin1String("role")][QLatin1String("enum")]), list(words::roles));
        QCOMPARE(list(defs_[QLatin1String("preset")][QLatin1String("enum")]),
                 list(RetryPolicy::presetNames()));
        QCOMPARE(list(wordsOf("domain", "colour")), list(words::colours));
        QCOMPARE(list(wordsOf("domain", "emblem")), list(words::emblems));
        QCOMPARE(list(wordsOf("client", "reads")), list(words::readers));
        QCOMPARE(list(wordsOf("client", "device")), list(words::devices));
        QCOMPARE(list(wordsOf("record", "type")), list(words::recordTypes));
    }
};
MAILTOWN_SUITE(SchemaTest)
#include "schema_test.moc"
