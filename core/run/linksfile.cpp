#include "core/run/linksfile.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>
#include <algorithm>
#include <limits>

namespace liaison {
namespace {

tl::unexpected<Error> wrong(const char *code, const QString &where, const QString &detail = {})
{
    return fail(Error{ErrorKind::Input, QString::fromLatin1(code), where, 0, {}, detail});
}

tl::unexpected<Error> wrongValue(int line, const QString &column)
{
    return wrong("links-value", QString::number(line), column);
}

struct Row
{
    int line = 0; ///< where it begins; a quoted field may hold line ends
    QStringList cells;
};

/// One row at a time, as RFC 4180 has it.
class CsvReader
{
public:
    CsvReader(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    /// False at the end. An error of the quotes is told by broken(), with the number of cells read before.
    bool next(Row &row)
    {
        while (m_at < m_text.size() && (m_text[m_at] == u'\n' || m_text[m_at] == u'\r'))
            step(); // empty lines
        if (m_at >= m_text.size())
            return false;
        row.line = m_line;
        row.cells.clear();
        for (;;) {
            row.cells << cell();
            if (m_broken || m_at >= m_text.size())
                return true;
            const QChar c = m_text[m_at];
            step();
            if (c == m_separator)
                continue;
            if (c == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
                step();
            return true;
        }
    }
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    void step()
    {
        const QChar c = m_text[m_at++];
        if (c == u'\n' || (c == u'\r' && (m_at >= m_text.size() || m_text[m_at] != u'\n')))
            ++m_line;
    }
    [[nodiscard]] bool atEnd() const
    {
        return m_at >= m_text.size() || m_text[m_at] == m_separator || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
    }
    QString cell()
    {
        QString out;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            step();
            for (;;) {
                if (m_at >= m_text.size()) {
                    m_broken = true;
                    return out;
                }
                const QChar c = m_text[m_at];
                step();
                if (c != u'"') {
                    out += c;
                } else if (m_at < m_text.size() && m_text[m_at] == u'"') {
                    out += c;
                    step();
                } else {
                    break;
                }
            }
            m_broken = m_broken || !atEnd();
            return out;
        }
        while (!atEnd()) {
            out += m_text[m_at];
            step();
        }
        return out;
    }

    const QString &m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_broken = false;
};

const QStringList &knownColumns()
{
    static const QStringList names{
        QStringLiteral("cmid"),      QStringLiteral("courseid"),         QStringLiteral("room"),
        QStringLiteral("name"),      QStringLiteral("visible"),          QStringLiteral("moderatorroles"),
        QStringLiteral("userroles"), QStringLiteral("retentionenabled"), QStringLiteral("maxage"),
        QStringLiteral("filesonly"), QStringLiteral("excludepinned"),    QStringLiteral("timecreated")};
    return names;
}

/// Database tools write NULL in their own ways.
QString valueOf(const QString &cell)
{
    const QString value = cell.trimmed();
    return value == u"\\N" || value.compare(QLatin1String("NULL"), Qt::CaseInsensitive) == 0 ? QString() : value;
}

std::optional<qint64> numberFrom(const QString &text, qint64 most = std::numeric_limits<qint64>::max())
{
    const bool digits = !text.isEmpty() && text.size() <= 18 &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 value = digits ? text.toLongLong() : -1;
    return digits && value <= most ? std::optional(value) : std::nullopt;
}

/// 0 and 1 as Moodle stores them, and what database tools make of them.
std::optional<bool> flagFrom(const QString &text)
{
    const QString value = text.toLower();
    if (value == u"1" || value == u"t" || value == u"true")
        return true;
    if (value == u"0" || value == u"f" || value == u"false")
        return false;
    return std::nullopt;
}

/// "3,4"; empty = nobody.
std::optional<std::vector<qint64>> rolesFrom(const QString &text)
{
    std::vector<qint64> ids;
    if (text.isEmpty())
        return ids;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const auto id = numberFrom(part.trimmed());
        if (!id || *id == 0)
            return std::nullopt;
        ids.push_back(*id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

/// An id of Rocket.Chat: letters and digits, whatever their number.
bool looksLikeRoom(const QString &text)
{
    return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
           });
}

class Columns
{
public:
    explicit Columns(const QStringList &header)
    {
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString name = header[i].trimmed().toLower();
            if (!knownColumns().contains(name))
                continue;
            if (m_places.contains(name) && m_twice.isEmpty())
                m_twice = name;
            m_places.insert(name, i);
        }
    }
    [[nodiscard]] bool has(const char *name) const { return m_places.contains(QLatin1String(name)); }
    [[nodiscard]] const QString &twice() const { return m_twice; }
    /// nullopt: the row ends before that column.
    [[nodiscard]] std::optional<QString> of(const Row &row, const char *name) const
    {
        const qsizetype place = m_places.value(QLatin1String(name), row.cells.size());
        return place < row.cells.size() ? std::optional(valueOf(row.cells[place])) : std::nullopt;
    }
    /// The column of that number, for a message.
    [[nodiscard]] QString nameAt(const QStringList &header, qsizetype place) const
    {
        return place < header.size() ? header[place].trimmed() : QString::number(place + 1);
    }

private:
    QHash<QString, qsizetype> m_places;
    QString m_twice;
};

/// Reads the cells of one row; the first one that cannot be used is remembered.
class RowReader
{
public:
    RowReader(const Columns &columns, const Row &row) : m_columns(columns), m_row(row) {}

    qint64 id(const char *column)
    {
        const auto value = numberFrom(m_columns.of(m_row, column).value_or(QString()));
        return value && *value > 0 ? *value : bad(column, qint64(0));
    }
    QString textOf(const char *column) { return m_columns.of(m_row, column).value_or(QString()); }
    /// The cell has to be there, empty or not: a row that was cut is no row.
    QString required(const char *column)
    {
        const auto value = m_columns.of(m_row, column);
        return value ? *value : bad(column, QString());
    }
    std::optional<bool> flag(const char *column)
    {
        const QString text = textOf(column);
        const auto value = flagFrom(text);
        return text.isEmpty() || value ? value : bad(column, std::optional<bool>());
    }
    std::optional<qint64> number(const char *column, qint64 most)
    {
        const QString text = textOf(column);
        const auto value = numberFrom(text, most);
        return text.isEmpty() || value ? value : bad(column, std::optional<qint64>());
    }
    std::vector<qint64> roles(const char *column)
    {
        const auto value = rolesFrom(required(column));
        return value ? *value : bad(column, std::vector<qint64>());
    }
    template <class T> T bad(const char *column, T value)
    {
        if (m_bad.isEmpty())
            m_bad = QString::fromLatin1(column);
        return value;
    }
    [[nodiscard]] const QString &badColumn() const { return m_bad; }

private:
    const Columns &m_columns;
    const Row &m_row;
    QString m_bad;
};

store::ImportedLink linkFrom(RowReader &row, const Columns &columns)
{
    constexpr qint64 mostDays = 36500;
    constexpr qint64 mostSeconds = 253402300799; // the year 9999
    store::ImportedLink link;
    link.cmid = row.id("cmid");
    link.course = row.id("courseid");
    link.room = row.required("room");
    if (!looksLikeRoom(link.room))
        row.bad("room", 0);
    link.name = row.textOf("name");
    link.visible = row.flag("visible");
    if (columns.has("moderatorroles")) {
        link.moderatorRoles = row.roles("moderatorroles");
        link.memberRoles = row.roles("userroles");
    }
    if (const auto enabled = row.flag("retentionenabled")) {
        Retention wanted;
        wanted.enabled = wanted.overrideGlobal = *enabled;
        if (const auto days = row.number("maxage", mostDays); days && *days > 0)
            wanted.maxAge = static_cast<int>(*days);
        wanted.filesOnly = row.flag("filesonly").value_or(false);
        wanted.excludePinned = row.flag("excludepinned").value_or(false);
        if (!wanted.enabled || wanted.maxAge) // a rule without its number of days says nothing
            link.retention = wanted;
    }
    if (const auto created = row.number("timecreated", mostSeconds))
        link.created = Instant::fromSeconds(*created);
    return link;
}

QChar separatorOf(const QString &text)
{
    qsizetype end = text.indexOf(u'\n');
    if (end < 0)
        end = text.size();
    const QStringView header = QStringView(text).left(end);
    return header.count(u';') > header.count(u',') ? u';' : u',';
}

/// The line and the column of the first byte that is no UTF-8.
Error notUtf8(const QByteArray &file, const QStringList &header, QChar separator)
{
    const QByteArray mark = QByteArray(1, separator.toLatin1());
    const QList<QByteArray> lines = file.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].split(mark.front());
        for (qsizetype n = 0; n < cells.size(); ++n) {
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString ignored = decoder.decode(cells[n]);
            if (decoder.hasError() || cells[n].contains('\0'))
                return wrongValue(static_cast<int>(i) + 1,
                                  n < header.size() ? header[n].trimmed() : QString::number(n + 1))
                    .value();
        }
    }
    return wrongValue(1, QStringLiteral("1")).value();
}

} // namespace

Result<std::vector<store::ImportedLink>> linksFromCsv(const QByteArray &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // takes the BOM away
    const QString text = decoder.decode(file);
    const QChar separator = separatorOf(text);
    CsvReader reader(text, separator);
    Row header;
    const bool any = reader.next(header);
    if (decoder.hasError() || text.contains(QChar::Null))
        return fail(notUtf8(file, header.cells, separator));
    const Columns columns(header.cells);
    for (const char *name : {"cmid", "courseid", "room"}) {
        if (!any || !columns.has(name))
            return wrong("links-column", QString::fromLatin1(name));
    }
    if (!columns.twice().isEmpty())
        return wrongValue(header.line, columns.twice());
    // One list without the other would make the people of the other one look unexpected.
    if (columns.has("moderatorroles") != columns.has("userroles"))
        return wrong("links-column",
                     columns.has("userroles") ? QStringLiteral("moderatorroles") : QStringLiteral("userroles"));

    std::vector<store::ImportedLink> links;
    QSet<qint64> seen;
    Row row;
    while (reader.next(row)) {
        if (reader.broken())
            return wrongValue(row.line, columns.nameAt(header.cells, row.cells.size() - 1));
        if (row.cells.size() > header.cells.size()) // a list that nobody quoted moved the rest of the row
            return wrongValue(row.line, columns.nameAt(header.cells, header.cells.size() - 1));
        RowReader cells(columns, row);
        store::ImportedLink link = linkFrom(cells, columns);
        if (!cells.badColumn().isEmpty())
            return wrongValue(row.line, cells.badColumn());
        if (seen.contains(link.cmid))
            return wrong("links-twice", QString::number(row.line), QString::number(link.cmid));
        seen.insert(link.cmid);
        links.push_back(std::move(link));
    }
    if (links.empty())
        return wrong("links-none", {});
    std::sort(links.begin(), links.end(), [](const auto &a, const auto &b) { return a.cmid < b.cmid; });
    return links;
}

} // namespace liaison
