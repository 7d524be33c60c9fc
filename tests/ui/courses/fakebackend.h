#pragma once

#include "ui/backend.h"

#include <QHash>
#include <QTranslator>

namespace liaison::tests {

/// Answers from a view that it was given, on the next turn of the event loop; remembers what it was asked.
class FakeBackend : public ui::Backend
{
    Q_OBJECT

public:
    using ui::Backend::Backend;

    View view;
    int refreshes = 0, cancels = 0;
    std::vector<LinkKey> peopleAsked;
    QStringList runsAsked;
    std::vector<store::RunStep> steps;

    void refresh() override { ++refreshes; }
    void plan(const std::vector<LinkKey> &, const std::vector<ChangeClass> &) override {}
    void apply(PlanPtr, const Decisions &) override {}
    void cancel() override { ++cancels; }
    void people(const LinkKey &link) override;
    void run(const QString &id) override;
};

/// The words of ui/**/fr.tsv without the .ts files that are made of them: pictures and tests of one page need no other.
/// English: the plurals of "%n room(s)".
class TableTranslator : public QTranslator
{
    Q_OBJECT

public:
    explicit TableTranslator(bool french, QObject *parent = nullptr);
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment, int n) const override;
    /// Sources of the page's own classes that were asked for and have no French.
    [[nodiscard]] QStringList missing() const { return m_missing; }

private:
    bool m_french;
    QHash<QString, QStringList> m_words;
    mutable QStringList m_missing;
};

} // namespace liaison::tests
