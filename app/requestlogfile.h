#pragma once

#include "core/net/requestlog.h"

#include <QJsonObject>

namespace liaison::app {

/// Requests as a document: docs/schemas/request-log.json. What they carried is not in it: no header, no body, no value
/// of a parameter.
[[nodiscard]] QJsonObject requestLogJson(const std::vector<net::RequestLog::Entry> &entries);
/// One line a request, UTF-8 with a header, for a spreadsheet.
[[nodiscard]] QByteArray requestLogCsv(const std::vector<net::RequestLog::Entry> &entries);
/// Writes the log, readable by its owner only: the document where the name ends in .json, else CSV. Error:
/// "file-not-writable".
[[nodiscard]] Result<void> writeRequestLog(const net::RequestLog &log, const QString &path);

/// Writes a file readable by its owner only, whole or not at all. Error: "file-not-writable".
[[nodiscard]] Result<void> writePrivately(const QString &path, const QByteArray &bytes);

} // namespace liaison::app
