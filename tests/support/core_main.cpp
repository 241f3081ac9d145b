#include <QCoreApplication>

namespace mailtown::test {
int runSuites(int argc, char** argv);
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return mailtown::test::runSuites(argc, argv);
}
