// Lines for standard output, written on a thread of their own: a reader who does not read holds up nobody.
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace mailtown::app {

class LineWriter : public QObject {
    Q_OBJECT

public:
    LineWriter();
    ~LineWriter() override; // waits a moment for what is not written yet; then it is lost

    void write(const QByteArray& line); // its end included
    bool behind() const;                // so much waits that no more should be asked for

Q_SIGNALS:
    void caughtUp(); // no longer behind

private:
    struct Shared; // with the thread, which may outlive this where the reader never reads
    std::shared_ptr<Shared> shared_;
};

} // namespace mailtown::app
