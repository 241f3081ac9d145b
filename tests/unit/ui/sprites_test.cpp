#include "support/suite.h"
#include "ui/map/cover.h"
#include "ui/map/sprites.h"
#include "ui/map/track.h"

#include <QImage>

using namespace mailtown;

class SpritesTest : public QObject {
    Q_OBJECT

    static constexpr int letters = 400;

    // A heap in which most lie behind others; `together`: in one batch.
    static QImage heap(Theme theme, double ratio, bool together) {
        QImage image(QSize(300, 200) * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::gray);
        Sprites sprites;
        sprites.prepare(tokensOf(theme), {{"purple", "flower"}, {"blue", "mountain"}}, 1.37, ratio);
        QPainter painter(&image);
        for (int i = 0; i < letters; ++i) {
            const auto kind = art::Sprite(i * 7 % art::spriteKinds);
            sprites.add(QPointF(i * 37 % 290 + 0.3, i / 2.0), kind, i % 3 - 1, i % 11 == 0);
            if (!together) sprites.paint(painter);
        }
        sprites.paint(painter);
        return image;
    }

private Q_SLOTS:
    void aHeapLooksAsIfEachLetterHadBeenPainted_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<double>("ratio");
        QTest::newRow("light") << int(Theme::Light) << 1.0;
        QTest::newRow("dark") << int(Theme::Dark) << 1.0;
        QTest::newRow("sharp screen") << int(Theme::Light) << 2.0;
    }
    void aHeapLooksAsIfEachLetterHadBeenPainted() {
        QFETCH(int, theme);
        QFETCH(double, ratio);
        const QImage each = heap(Theme(theme), ratio, false), all = heap(Theme(theme), ratio, true);
        QVERIFY(each == all);
        QImage blank = each.copy();
        blank.fill(Qt::gray);
        QVERIFY(each != blank);
    }

    void whatStandsLowerLiesInFrontInWhateverOrderItCame() {
        const auto two = [](bool lowerFirst) {
            QImage image(100, 100, QImage::Format_RGB32);
            image.fill(Qt::gray);
            Sprites sprites;
            sprites.prepare(tokensOf(Theme::Light), {{"purple", "flower"}, {"blue", "mountain"}}, 1, 1);
            QPainter painter(&image);
            for (const bool lower : {lowerFirst, !lowerFirst})
                sprites.add(QPointF(50, lower ? 56 : 46), art::Sprite::Sealed, lower ? 1 : 0, false);
            sprites.paint(painter);
            return image;
        };
        QVERIFY(two(true) == two(false));
    }

    void onlyWhatIsWhollyCoveredIsHidden() {
        Cover cover;
        cover.clear(QRect(-50, -20, 700, 300));
        const QRect letter(200, 100, 56, 42); // over the border of a word of tiles
        QCOMPARE(cover.showing(letter), letter);
        cover.add(letter.adjusted(-5, -5, 5, 5));
        QVERIFY(cover.showing(letter).isEmpty());
        QCOMPARE(cover.showing(letter.translated(20, 0)), letter.translated(20, 0));
        const QRect higher = letter.translated(0, -20), shows = cover.showing(higher);
        QCOMPARE(shows.top(), higher.top());
        QVERIFY(shows.bottom() >= 94 && shows.bottom() < 105);
        cover.clear(QRect(-50, -20, 700, 300));
        QCOMPARE(cover.showing(letter), letter);
    }

    void aStraightRoadIsOneLineAndABendFollowsItsTrack() {
        const Track straight({{QPointF(0, 0)}, {QPointF(500, 500)}});
        QCOMPARE(straight.part(30, 600).elementCount(), 2);
        const Track bent({{QPointF(0, 0)}, {QPointF(300, 0), 40}, {QPointF(300, 300)}});
        for (const bool back : {false, true}) {
            const QPainterPath part = back ? bent.part(500, 20) : bent.part(20, 500);
            QVERIFY(part.elementCount() < 30);
            QVERIFY(std::abs(part.length() - 480) < 1);
            for (double d = 20; d <= 500; d += 10)
                QVERIFY((part.pointAtPercent(part.percentAtLength(back ? 500 - d : d - 20)) - bent.at(d))
                            .manhattanLength() < 1);
        }
    }
};

MAILTOWN_SUITE(SpritesTest)
#include "sprites_test.moc"
