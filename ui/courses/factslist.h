#pragma once

#include "ui/base/bits.h"

#include <QScrollArea>

namespace liaison::ui {

/// Groups of key, value and source under headings, in a place that scrolls: the pane's tabs about the link, its roles
/// and its retention. Filled from scratch each time; plain text throughout.
class FactsList : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsList(QWidget *parent = nullptr);

    void clear();
    void heading(const QString &text);
    /// A fact; `source` says where it comes from or how old it is.
    void fact(const QString &key, const QString &value, const QString &source = {}, Ink ink = Ink::Text);
    /// A sentence, with a mark before it where it is about a state, a change or a finding.
    void sentence(const QString &text, std::optional<Mark> mark, text::Language language, Ink ink = Ink::Secondary);
    /// A sentence with its mark and, below it, where that was read and when.
    void noted(const QString &text, const QString &source, Mark mark, text::Language language);
    /// After the last one.
    void finish();
    /// Everything shown, line by line: what a test compares and what is copied.
    [[nodiscard]] QString plainText() const { return m_plain.join(u'\n'); }

private:
    QWidget *m_content = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QStringList m_plain;
};

} // namespace liaison::ui
