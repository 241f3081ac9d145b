// Qt Test suites that register themselves, so that a folder of tests is one executable.
//
//   class AddressTest : public QObject { Q_OBJECT private Q_SLOTS: void keepsItsLocalPart(); };
//   MAILTOWN_SUITE(AddressTest)
//   #include "address_test.moc"
//
// Run all: test_unit_mail. One suite: test_unit_mail AddressTest [function …].
#pragma once

#include <QObject>
#include <QTest>

#include <memory>
#include <string>

// Readable failures for std::string in QCOMPARE.
namespace QTest {
template <> inline char* toString(const std::string& text) { return qstrdup(("\"" + text + "\"").c_str()); }
} // namespace QTest

namespace mailtown::test {

using MakeSuite = std::unique_ptr<QObject> (*)();
bool addSuite(const char* name, MakeSuite make);

} // namespace mailtown::test

#define MAILTOWN_SUITE(Class)                                                                                \
    static const bool registered##Class = mailtown::test::addSuite(                                          \
        #Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
