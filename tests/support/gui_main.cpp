#include <QApplication>

namespace mailtown::test {
int runSuites(int argc, char** argv);
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    return mailtown::test::runSuites(argc, argv);
}
