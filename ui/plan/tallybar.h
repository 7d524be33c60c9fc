#pragma once

#include "ui/base/bits.h"
#include "ui/plan/tally.h"

namespace liaison::ui {

/// A run's bar: done, skipped, stale, failed in this order, the rest of the track empty. What is there is at least 4
/// px.
void paintTally(QPainter &painter, const QRectF &rect, const Tally &tally, const Tokens &tokens);

class TallyBar : public QWidget
{
    Q_OBJECT

public:
    explicit TallyBar(QWidget *parent = nullptr);
    void setTally(const Tally &tally, const QString &description);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tally m_tally;
};

/// planned = done + skipped + stale + failed, in large numbers with their words.
class TallyEquation : public QWidget
{
    Q_OBJECT

public:
    explicit TallyEquation(FontRole numbers, QWidget *parent = nullptr);
    void setTally(const Tally &tally, text::Language language);
    void retranslate();
    [[nodiscard]] QString text() const;

private:
    struct Term
    {
        Label *sign, *number, *word;
        MarkLabel *mark;
    };
    Term m_terms[5];
    Tally m_tally;
    text::Language m_language = text::Language::English;
};

/// "309 done", "3 skipped", ...
[[nodiscard]] QString countWords(Outcome outcome, int n);

} // namespace liaison::ui
