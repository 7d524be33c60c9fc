#include "core/sandbox/worldjson.h"
#include "core/sandbox/worldjson_check.h"
#include "core/sandbox/worldjson_shapes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

namespace liaison::sandbox {
namespace json {

void read(Reader &r, const Place &place, Element e, Instant &out)
{
    if (e.is_null()) {
        out = {};
        return;
    }
    std::string_view text;
    if (!readText(r, place, e, text))
        return;
    if (const auto at = instantFromText(text))
        out = *at;
    else
        r.fail(place, QStringLiteral("expected a date in UTC like 2026-11-20T08:00:00Z"));
}

void read(Reader &r, const Place &place, Element e, QJsonValue &out)
{
    switch (e.type()) {
    case simdjson::dom::element_type::ARRAY: {
        QJsonArray array;
        for (const Element item : simdjson::dom::array(e)) {
            QJsonValue value;
            read(r, place, item, value);
            array.append(value);
        }
        out = array;
        break;
    }
    case simdjson::dom::element_type::OBJECT: {
        QJsonObject object;
        for (const auto [key, item] : simdjson::dom::object(e)) {
            QJsonValue value;
            read(r, place, item, value);
            object.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), value);
        }
        out = object;
        break;
    }
    case simdjson::dom::element_type::INT64:
        out = QJsonValue(qint64(std::int64_t(e)));
        break;
    case simdjson::dom::element_type::UINT64:
    case simdjson::dom::element_type::DOUBLE:
        out = QJsonValue(double(e));
        break;
    case simdjson::dom::element_type::STRING: {
        QString text;
        read(r, place, e, text);
        out = text;
        break;
    }
    case simdjson::dom::element_type::BOOL:
        out = QJsonValue(bool(e));
        break;
    case simdjson::dom::element_type::NULL_VALUE:
        out = QJsonValue::Null;
        break;
    }
}

void read(Reader &r, const Place &place, Element e, QStringList &out)
{
    simdjson::dom::array array;
    if (e.get_array().get(array) != simdjson::SUCCESS) {
        r.fail(place, QStringLiteral("expected a list of texts"));
        return;
    }
    out.clear();
    std::int64_t index = 0;
    for (const Element item : array) {
        std::string_view text;
        if (!readText(r, Place{&place, {}, index++}, item, text))
            return;
        if (index == 1)
            out = r.sharedList(text);
        else
            out.append(r.shared(text));
    }
}

void read(Reader &r, const Place &place, Element e, std::pair<QString, QString> &out)
{
    QStringList both;
    read(r, place, e, both);
    if (both.size() != 2)
        r.fail(place, QStringLiteral("expected [from, to]"));
    else
        out = {both[0], both[1]};
}

} // namespace json

namespace {

Error badWorld(const QString &detail)
{
    return {ErrorKind::Input, QStringLiteral("bad-world"), QStringLiteral("world"), 0, {}, detail};
}

/// simdjson tells no position; the slow parser does, and it only runs on files that are refused anyway.
QString syntaxProblem(const QByteArray &json, simdjson::error_code code)
{
    QJsonParseError slow;
    QJsonDocument::fromJson(json, &slow);
    if (slow.error != QJsonParseError::NoError)
        return u"byte " + QString::number(slow.offset) + u": " + slow.errorString();
    return QString::fromLatin1(simdjson::error_message(code));
}

} // namespace

Result<World> worldFromJson(const QByteArray &json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const auto code = parser.parse(json.constData(), static_cast<std::size_t>(json.size())).get(root);
    if (code != simdjson::SUCCESS)
        return fail(badWorld(syntaxProblem(json, code)));

    json::Reader reader;
    json::Document document;
    json::readObject(reader, json::Place{}, root, document);
    if (!reader.failed() && document.format != u"liaison-world")
        reader.fail({nullptr, "format", -1}, QStringLiteral("expected liaison-world"));
    if (!reader.failed() && document.version != 1)
        reader.fail({nullptr, "version", -1}, QStringLiteral("expected 1"));
    if (reader.failed())
        return fail(badWorld(reader.problem()));

    complete(document.world);
    if (const auto problem = problemOf(document.world))
        return fail(badWorld(*problem));
    return std::move(document.world);
}

} // namespace liaison::sandbox
