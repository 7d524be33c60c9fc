#include "ui/pages/requestsmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"
#include "ui/text/format.h"

#include <QUrl>
#include <algorithm>

namespace liaison::ui {
namespace {

bool isOf(const net::RequestRecord &r, int kind)
{
    switch (kind) {
    case RequestsModel::Failed:
        return r.status >= 400 || !r.error.isEmpty();
    case RequestsModel::Limited:
        return r.status == 429 || r.status == 503;
    default:
        return r.write;
    }
}

bool isNumber(int column)
{
    return column == RequestsModel::Status || column == RequestsModel::Duration || column == RequestsModel::Size ||
           column == RequestsModel::Attempt;
}

} // namespace

QString hostOf(const QString &origin)
{
    const QUrl url(origin);
    const bool usual = url.port() < 0 || url.port() == (url.scheme() == u"https" ? 443 : 80);
    return usual ? url.host() : QString(url.host() % u':' % QString::number(url.port()));
}

void RequestsModel::take(const std::shared_ptr<const net::RequestLog> &log)
{
    if (log != m_log.lock()) {
        beginResetModel();
        m_all.clear();
        m_visible.clear();
        m_origins.clear();
        m_log = log;
        endResetModel();
    }
    if (!log)
        return;
    const std::vector<net::RequestLog::Entry> fresh = log->after(m_all.empty() ? 0 : m_all.back().entry.n);
    if (fresh.empty())
        return;
    if (!m_all.empty() && fresh.front().n != m_all.back().entry.n + 1) { // more came than the log holds
        beginResetModel();
        m_all.clear();
        m_visible.clear();
        endResetModel();
    }
    std::vector<quint64> shown;
    for (const net::RequestLog::Entry &entry : fresh) {
        const net::RequestRecord &r = entry.record;
        const QStringList searched{hostOf(r.origin), r.name, r.path, QString::number(r.status), r.error};
        m_all.push_back({entry, words::folded(searched.join(u' '))});
        if (!m_origins.contains(entry.record.origin))
            m_origins << entry.record.origin;
        if (shows(m_all.back()))
            shown.push_back(entry.n);
    }
    if (!shown.empty()) {
        beginInsertRows({}, 0, static_cast<int>(shown.size()) - 1);
        m_visible.insert(m_visible.begin(), shown.rbegin(), shown.rend());
        endInsertRows();
    }
    dropForgotten(log->capacity());
}

void RequestsModel::dropForgotten(size_t capacity)
{
    if (m_all.size() <= capacity)
        return;
    const quint64 first = m_all[m_all.size() - capacity].entry.n;
    const auto gone = std::find_if(m_visible.begin(), m_visible.end(), [&](quint64 n) { return n < first; });
    if (gone != m_visible.end()) {
        beginRemoveRows({}, static_cast<int>(gone - m_visible.begin()), static_cast<int>(m_visible.size()) - 1);
        m_visible.erase(gone, m_visible.end());
        endRemoveRows();
    }
    m_all.erase(m_all.begin(), m_all.begin() + static_cast<std::ptrdiff_t>(m_all.size() - capacity));
}

bool RequestsModel::shows(const Row &row) const
{
    const net::RequestRecord &r = row.entry.record;
    if (!m_origin.isEmpty() && r.origin != m_origin)
        return false;
    if (!m_kinds.empty() && std::none_of(m_kinds.begin(), m_kinds.end(), [&](int kind) { return isOf(r, kind); }))
        return false;
    return std::all_of(m_needles.begin(), m_needles.end(),
                       [&](const QString &needle) { return row.searched.contains(needle); });
}

void RequestsModel::setFilter(const QString &text, const std::set<int> &kinds, const QString &origin)
{
    beginResetModel();
    m_needles = words::folded(text).split(u' ', Qt::SkipEmptyParts);
    m_kinds = kinds;
    m_origin = origin;
    m_visible.clear();
    for (auto it = m_all.rbegin(); it != m_all.rend(); ++it) {
        if (shows(*it))
            m_visible.push_back(it->entry.n);
    }
    endResetModel();
}

void RequestsModel::setLanguage(text::Language language)
{
    beginResetModel();
    m_language = language;
    endResetModel();
}

int RequestsModel::countOf(int kind) const
{
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [&](const Row &row) { return isOf(row.entry.record, kind); }));
}

int RequestsModel::countOf(const QString &origin) const
{
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [&](const Row &row) { return row.entry.record.origin == origin; }));
}

QStringList RequestsModel::origins() const
{
    return m_origins;
}

const net::RequestRecord &RequestsModel::record(int row) const
{
    const quint64 n = m_visible[static_cast<size_t>(row)];
    return m_all[static_cast<size_t>(n - m_all.front().entry.n)].entry.record;
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestsModel::text(const net::RequestRecord &r, int column) const
{
    const auto with = [&](qint64 n, const QString &unit) {
        return QString(text::number(m_language, n) % QChar(QChar::Nbsp) % unit);
    };
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(r.at.ms).toString(QStringLiteral("HH:mm:ss"));
    case Server:
        return hostOf(r.origin);
    case Method:
        return r.method == net::Method::Post ? QStringLiteral("POST") : QStringLiteral("GET");
    case Function:
        return r.name;
    case Path:
        return r.path;
    case Status:
        return r.status > 0 ? QString::number(r.status) : r.error;
    case Duration:
        return with(r.milliseconds, QStringLiteral("ms"));
    case Size:
        return r.bytes < 1024 ? with(r.bytes, tr("B")) : with((r.bytes + 512) / 1024, tr("KB"));
    case Attempt:
        return QString::number(r.attempt);
    default:
        return {};
    }
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const net::RequestRecord &r = record(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(r, column);
    case roles::NumberRole:
        return isNumber(column);
    case roles::FontRole:
        return int(column == Function ? FontRole::Name : FontRole::Body);
    case roles::InkRole:
        if (column == Status && isOf(r, Failed))
            return int(isOf(r, Limited) ? Ink::Drift : Ink::Missing);
        if (column == Attempt && r.attempt > 1)
            return int(Ink::Drift);
        return int(column == Function || column == Status ? Ink::Text : Ink::Secondary);
    case Qt::ToolTipRole:
        return column == Status && !r.error.isEmpty() ? QVariant(r.error) : QVariant();
    default:
        return {};
    }
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Server:
        return tr("Server");
    case Method:
        return tr("Method");
    case Function:
        return tr("Function");
    case Path:
        return tr("Path");
    case Status:
        return tr("Status");
    case Duration:
        return tr("Duration");
    case Size:
        return tr("Size");
    default:
        return tr("Attempt");
    }
}

} // namespace liaison::ui
