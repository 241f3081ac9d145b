#include "app/snapshot.h"

#include "app/scenario_argument.h"
#include "ui/map/map_view.h"
#include "ui/shell/main_window.h"
#include "ui/wording/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

constexpr int leastSide = 200, mostSide = 8192; // pixels
constexpr Duration farthest = 10 * day;         // past the scenario's length: all of it is played and kept

QList<QCommandLineOption> options() {
    return {{u"at"_s, u"Town time of the picture, from the start: 35s, 2h, 1d12h."_s, u"TIME"_s, u"0s"_s},
            {{u"o"_s, u"output"_s}, u"The picture to write: a .png, .jpg or .bmp file."_s, u"PICTURE"_s},
            {u"size"_s, u"Width and height in pixels."_s, u"WIDTHxHEIGHT"_s, u"1920x1080"_s},
            languageOption(),
            {u"theme"_s, u"Colours: light or dark."_s, u"THEME"_s, u"light"_s},
            {u"window"_s, u"The whole window, not the map alone."_s}};
}

struct Request {
    Time at = 0;
    QString output;
    QSize size;
    Theme theme = Theme::Light;
    QString language;
    bool window = false;
};

// Empty when the arguments are good.
QString read(const QCommandLineParser& arguments, Request& request) {
    const auto at = parseDuration(arguments.value(u"at"_s).toStdString());
    if (!at) return u"'%1' is no time like 35s, 2h or 1d12h"_s.arg(arguments.value(u"at"_s));
    request.at = *at;
    request.output = arguments.value(u"output"_s);
    if (request.output.isEmpty()) return u"no picture to write was named (-o PICTURE)"_s;
    if (!QImageWriter::supportedImageFormats().contains(
            QFileInfo(request.output).suffix().toLower().toLatin1()))
        return u"'%1' ends in no kind of picture that can be written (.png, .jpg, .bmp)"_s.arg(
            request.output);
    static const QRegularExpression sides(u"^(\\d{1,5})x(\\d{1,5})$"_s);
    const QString size = arguments.value(u"size"_s);
    const auto match = sides.match(size);
    if (!match.hasMatch()) return u"'%1' is no size like 1920x1080"_s.arg(size);
    request.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    if (std::min(request.size.width(), request.size.height()) < leastSide ||
        std::max(request.size.width(), request.size.height()) > mostSide)
        return u"the sides of a picture are %1 to %2 pixels, not %3"_s.arg(leastSide).arg(mostSide).arg(size);
    const QString theme = arguments.value(u"theme"_s);
    if (theme != u"light" && theme != u"dark") return u"'%1' is no theme (light or dark)"_s.arg(theme);
    request.theme = theme == u"dark" ? Theme::Dark : Theme::Light;
    request.language = arguments.value(u"lang"_s);
    request.window = arguments.isSet(u"window"_s);
    return {};
}

QImage painted(QWidget& widget, QSize size) {
    widget.resize(size);
    widget.ensurePolished();
    // Layouts settle when a window is shown; offscreen nobody sees it.
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.show();
    QApplication::processEvents();
    widget.resize(size);
    QApplication::processEvents();
    QImage image(size, QImage::Format_RGB32);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image);
    return image;
}

int snapshot(const QCommandLineParser& arguments) {
    Request request;
    if (const QString wrong = read(arguments, request); !wrong.isEmpty())
        return usageError(u"snapshot"_s, wrong);
    std::optional<Scenario> scenario = readScenarioArgument(arguments);
    if (!scenario) return badArguments;
    if (request.at > scenario->length + farthest)
        return usageError(u"snapshot"_s,
                          u"'%1' is later than this scenario can be drawn (%2)"_s.arg(
                              arguments.value(u"at"_s),
                              QString::fromStdString(formatDuration(scenario->length + farthest))));
    Appearance appearance;
    appearance.setTheme(request.theme);
    appearance.dress(*qApp);
    wording::setLanguage(request.language);

    QImage image;
    if (request.window) {
        MainWindow window(appearance);
        window.showTown(std::make_unique<Session>(std::move(*scenario)));
        window.playback().session().seek(request.at); // past the scenario's length as well
        window.playback().refresh();
        image = painted(window, request.size);
    } else {
        Session session(std::move(*scenario));
        session.seek(request.at);
        Playback playback(session);
        MapView map(playback, appearance);
        image = painted(map, request.size);
    }
    QImageWriter writer(request.output);
    if (writer.write(image)) return 0;
    std::fprintf(stderr, "mailtown snapshot: %s cannot be written: %s\n", request.output.toUtf8().constData(),
                 writer.errorString().toUtf8().constData());
    return 1;
}

} // namespace

const Verb snapshotVerb{
    "snapshot", "FILE",  "Draw the map at a time, without a display.", Verb::Needs::Painter, Verb::Files::One,
    options,    snapshot};

} // namespace mailtown
