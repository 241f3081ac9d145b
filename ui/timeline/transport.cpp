#include "ui/timeline/transport.h"

#include "ui/theme/round_button.h"
#include "ui/wording/when.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <array>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

// Town seconds a second: from slow motion, in which a single line of a conversation can be read, to days.
constexpr std::array<double, 10> speeds{0.05, 0.25, 1, 10, 60, 600, 3600, 4 * 3600, 12 * 3600, 86400};

} // namespace

Transport::Transport(Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 12, 18, 14);
    column->setSpacing(0);
    date_ = new QLabel(this);
    clock_ = new QLabel(this);
    date_->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(date_);
    column->addWidget(clock_);
    column->addStretch();

    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto press = [this, row](RoundButton* button, void (Playback::*what)()) {
        connect(button, &QAbstractButton::clicked, &playback_, what);
        row->addWidget(button, 0, Qt::AlignVCenter);
        buttons_.push_back(button);
    };
    press(add("start", 20), &Playback::toStart);
    press(add("back", 22), &Playback::stepBack);
    play_ = new RoundButton(appearance_, u"play"_s, 56, 30, true, this);
    play_->setObjectName(u"playButton"_s);
    press(play_, &Playback::toggle);
    press(add("step", 22), &Playback::stepEvent);
    press(add("next-try", 23), &Playback::nextTry);
    press(add("end", 20), &Playback::toEnd);
    column->addLayout(row);
    column->addStretch();

    auto* pace = new QHBoxLayout;
    pace->setSpacing(8);
    story_ = new QCheckBox(this);
    story_->setProperty("switch", true);
    story_->setFocusPolicy(Qt::TabFocus);
    speed_ = new QComboBox(this);
    speed_->setFocusPolicy(Qt::TabFocus);
    pace->addWidget(story_);
    pace->addStretch();
    pace->addWidget(speed_);
    column->addLayout(pace);

    connect(story_, &QCheckBox::toggled, &playback_, &Playback::setStory);
    connect(speed_, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < int(speeds.size())) playback_.setSpeed(speeds[std::size_t(index)]);
    });
    connect(&playback_, &Playback::moved, this, &Transport::showMoment);
    connect(&playback_, &Playback::changed, this, &Transport::showSpeed);
    connect(&appearance_, &Appearance::changed, this, &Transport::retranslate);
    retranslate();
    setNarrow(false);
}

void Transport::setNarrow(bool narrow) {
    narrow_ = narrow;
    fit();
}

void Transport::setLow(bool low) {
    low_ = low;
    fit();
}

void Transport::fit() {
    setFixedWidth(narrow_ ? 264 : 304);
    layout()->setContentsMargins(narrow_ ? 14 : 22, low_ ? 6 : 12, narrow_ ? 12 : 18, low_ ? 8 : 14);
    for (RoundButton* button : buttons_)
        button->setDiameter(button == play_ ? (low_ ? 42 : narrow_ ? 50 : 56) : (narrow_ ? 30 : 38));
    QFont font = appearance_.font(Type::Clock);
    if (low_) font.setPixelSize(font.pixelSize() * 3 / 4);
    clock_->setFont(font);
}

RoundButton* Transport::add(const char* icon, int size) {
    return new RoundButton(appearance_, QString::fromLatin1(icon), 38, size, false, this);
}

void Transport::showMoment() {
    const wording::Calendar calendar(playback_.session().scenario().plan);
    date_->setText(calendar.date(playback_.now()));
    clock_->setText(calendar.clock(playback_.now()));
    showPace();
}

// In story speed the pace is another at each moment: the box shows it, grey, and does not offer it.
void Transport::showPace() {
    const QSignalBlocker quiet(speed_);
    const double pace = playback_.townSecondsASecond();
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < speeds.size(); ++i)
        if (speeds[i] <= pace * 1.001) nearest = i;
    if (playback_.story()) speed_->setPlaceholderText(speed_->itemText(int(nearest)));
    speed_->setCurrentIndex(playback_.story() ? -1 : int(nearest));
}

void Transport::showSpeed() {
    play_->setIconName(playback_.playing() ? u"pause"_s : u"play"_s);
    play_->setWords(playback_.playing() ? tr("Pause") : tr("Play"), tr("Space", "the key"));
    const QSignalBlocker story(story_);
    story_->setChecked(playback_.story());
    showPace();
}

void Transport::retranslate() {
    date_->setFont(appearance_.font(Type::Domain));
    fit();
    const std::array<std::pair<QString, QString>, 6> words{{{tr("To the start"), tr("Home", "the key")},
                                                            {tr("One step back"), u"←"_s},
                                                            {tr("Play"), tr("Space", "the key")},
                                                            {tr("One step on"), u"→"_s},
                                                            {tr("To the next try"), u"N"_s},
                                                            {tr("To the end"), tr("End", "the key")}}};
    for (std::size_t i = 0; i < buttons_.size(); ++i) buttons_[i]->setWords(words[i].first, words[i].second);
    story_->setText(tr("Story speed"));
    story_->setToolTip(tr("Slow while letters move, fast while they wait"));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("How fast the town’s clock runs: town time in each second"));
    const QSignalBlocker quiet(speed_);
    speed_->clear();
    for (const double each : speeds) {
        const QString a =
            tr("%1 / s", "town time in a second").arg(wording::span(Duration(each * double(second))));
        speed_->addItem(a);
    }
    showMoment();
    showSpeed();
}

void Transport::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace mailtown
