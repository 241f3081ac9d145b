// What `mailtown serve` is told on standard input: one command a line, one JSON answer a line.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <optional>
#include <string_view>

namespace mailtown {
class Sandbox;
class Session;
} // namespace mailtown

namespace mailtown::app {

// Town seconds a second: from 0, which stands still, up to 10 million. None: it is no such number.
std::optional<double> readSpeed(std::string_view text);

class ServeCommands {
public:
    ServeCommands(Session& session, Sandbox& sandbox, double& speed)
        : session_(session), sandbox_(sandbox), speed_(speed) {}

    QJsonObject places() const; // where all listen, and who lives here
    QJsonObject obey(std::string_view line);
    bool ended() const { return ended_; } // it was told to quit

private:
    QJsonObject power(std::string_view key, bool on);
    QJsonObject send(std::string_view arguments);
    QJsonObject kept();
    QJsonObject status() const;
    QJsonObject setSpeed(std::string_view text);

    Session& session_;
    Sandbox& sandbox_;
    double& speed_;
    bool ended_ = false;
};

} // namespace mailtown::app
