// The guide's contrast table, recomputed (R12, R161: nothing is told by a colour that cannot be read).
#include "ui/base/tokens.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace liaison::ui;

namespace {

struct Lab
{
    double l, a, b;
};

double linear(double c)
{
    c /= 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Machado, Oliveira and Fernandes 2009, full severity, in linear RGB; `kind` 0 deutan, 1 protan, 2 tritan.
Lab seen(const QColor &colour, int kind)
{
    static constexpr double matrices[3][9] = {
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};
    const double *m = matrices[kind];
    const double r = linear(colour.red());
    const double g = linear(colour.green());
    const double b = linear(colour.blue());
    const double rr = std::clamp(m[0] * r + m[1] * g + m[2] * b, 0.0, 1.0);
    const double gg = std::clamp(m[3] * r + m[4] * g + m[5] * b, 0.0, 1.0);
    const double bb = std::clamp(m[6] * r + m[7] * g + m[8] * b, 0.0, 1.0);
    const double x = (0.4124 * rr + 0.3576 * gg + 0.1805 * bb) / 0.9505;
    const double y = 0.2126 * rr + 0.7152 * gg + 0.0722 * bb;
    const double z = (0.0193 * rr + 0.1192 * gg + 0.9505 * bb) / 1.089;
    const auto f = [](double v) { return v > 0.008856 ? std::cbrt(v) : 7.787 * v + 16.0 / 116; };
    return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double apart(const QColor &a, const QColor &b, int kind)
{
    const Lab x = seen(a, kind);
    const Lab y = seen(b, kind);
    return std::hypot(x.l - y.l, x.a - y.a, x.b - y.b);
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrasts_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << int(Theme::Light) << 4.5;
        QTest::newRow("dark") << int(Theme::Dark) << 4.5;
        QTest::newRow("high contrast") << int(Theme::HighContrast) << 7.0;
    }
    void contrasts()
    {
        QFETCH(int, theme);
        QFETCH(double, least);
        const Tokens t = tokensFor(static_cast<Theme>(theme));
        for (int i = 0; i <= int(Ink::Role); ++i) {
            const QColor ink = t.ink(static_cast<Ink>(i));
            const auto on = [&](const QColor &ground, const char *name) {
                const double ratio = contrast(ink, ground);
                QVERIFY2(ratio >= least,
                         qPrintable(QStringLiteral("ink %1 on %2: %3").arg(i).arg(QLatin1String(name)).arg(ratio)));
            };
            on(t.surface, "surface");
            on(t.window, "window");
            on(t.nav, "nav");
            on(t.raised, "raised");
            on(t.hover, "hover");
            if (!t.highContrast())
                on(t.selection, "selection"); // black in high contrast: below
            on(t.tint(Ink::Missing), "tint of failures");
            on(t.tint(Ink::Drift), "tint of warnings");
        }
        QVERIFY(contrast(t.onSelection, t.selection) >= least);
        QVERIFY(contrast(t.onFill, t.fill) >= 4.5);
        QVERIFY(contrast(t.border, t.surface) >= 3.0);
        QVERIFY(contrast(t.border, t.window) >= 3.0);
        QVERIFY(contrast(t.fill, t.surface) >= 3.0);
        QVERIFY(contrast(t.focus, t.surface) >= 3.0);
        QVERIFY(contrast(t.focus, t.window) >= 3.0);
        QVERIFY(contrast(t.accent, t.soft) >= 4.5);
        for (const Environment e :
             {Environment::None, Environment::Production, Environment::Test, Environment::Sandbox})
            QVERIFY(contrast(t.onEnvironment(), t.environment(e)) >= 4.5);
    }

    void statesStayApart_data() { contrasts_data(); }
    void statesStayApart()
    {
        QFETCH(int, theme);
        const Tokens t = tokensFor(static_cast<Theme>(theme));
        const QColor states[] = {t.ok, t.drift, t.missing, t.wait, t.identity, t.quiet};
        const int least = t.theme == Theme::Dark ? 13 : t.theme == Theme::Light ? 16 : 20;
        for (int kind = 0; kind < 3; ++kind) {
            for (int a = 0; a < 6; ++a) {
                for (int b = a + 1; b < 6; ++b) {
                    const double d = apart(states[a], states[b], kind);
                    if (qRound(d) < least) // the guide gives whole numbers
                        QFAIL(
                            qPrintable(QStringLiteral("states %1 and %2, kind %3: %4").arg(a).arg(b).arg(kind).arg(d)));
                }
            }
        }
    }

    void zoomIsBounded()
    {
        QCOMPARE(tokensFor(Theme::Light, 5).zoom, 2.0);
        QCOMPARE(tokensFor(Theme::Light, 0.1).zoom, 0.8);
        QCOMPARE(tokensFor(Theme::Light, 2).px(32), 64);
        QCOMPARE(tokensFor(Theme::Light, 0.8).px(0.4), 1);
        QCOMPARE(tokensFor(Theme::Light).px(0), 0);
    }

    void noFontBelowNinePoints()
    {
        const Tokens t = tokensFor(Theme::Light);
        for (int i = 0; i <= int(FontRole::Technical); ++i) {
            const QFont font = t.font(static_cast<FontRole>(i));
            QVERIFY(font.pointSizeF() >= 9);
            QVERIFY(!font.italic());
            QCOMPARE(font.hintingPreference(), QFont::PreferNoHinting);
        }
    }

    void codesGoBackAndForth()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
            QCOMPARE(themeFrom(codeOf(theme)), theme);
        QCOMPARE(themeFrom(QStringLiteral("?"), Theme::Dark), Theme::Dark);
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
