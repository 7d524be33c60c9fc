#include "core/sandbox/moodleform.h"

#include <algorithm>
#include <limits>

namespace liaison::sandbox::moodle {

namespace {

QString decoded(QByteArrayView part)
{
    if (std::all_of(part.begin(), part.end(), [](char c) { return c > ' ' && c < 0x7f && c != '+' && c != '%'; }))
        return QString::fromLatin1(part);
    QByteArray bytes = part.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

FormNode &childAt(FormNode &node, QStringView step)
{
    if (!node.branch) {
        node.branch = true;
        node.text.clear();
    }
    auto &children = node.children;
    const auto size = qint64(children.size());
    if (node.counted) {
        const auto place = step.isEmpty() ? size : wholeNumber(step).value_or(-1);
        if (place >= 0 && place < size)
            return children[std::size_t(place)].second;
        node.counted = place == size;
        return children.emplace_back(step.isEmpty() ? QString::number(size) : step.toString(), FormNode{}).second;
    }
    const QString key = step.isEmpty() ? QString::number(size) : step.toString();
    for (auto &[known, child] : children) {
        if (known == key)
            return child;
    }
    return children.emplace_back(key, FormNode{}).second;
}

/// `a[b][c]`: what comes after the last bracket that closes is passed over.
void put(FormNode &root, const QString &name, const QString &text)
{
    const QStringView whole(name);
    auto at = whole.indexOf(u'[');
    if (at <= 0)
        at = whole.size();
    FormNode *node = &childAt(root, whole.left(at));
    while (at < whole.size() && whole[at] == u'[') {
        const auto close = whole.indexOf(u']', at);
        if (close < 0)
            break;
        node = &childAt(*node, whole.mid(at + 1, close - at - 1));
        at = close + 1;
    }
    *node = {false, text, {}, true};
}

void readPairs(FormNode &root, QByteArrayView encoded)
{
    int count = 0;
    while (!encoded.isEmpty()) {
        const auto end = encoded.indexOf('&');
        const QByteArrayView pair = end < 0 ? encoded : encoded.first(end);
        encoded = end < 0 ? QByteArrayView() : encoded.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        if (++count > maxInputVars)
            return;
        const auto equals = pair.indexOf('=');
        const QString name = decoded(equals < 0 ? pair : pair.first(equals));
        if (!name.isEmpty())
            put(root, name, equals < 0 ? QString() : decoded(pair.sliced(equals + 1)));
    }
}

bool isFlag(const FormNode &node)
{
    return !node.branch && (node.text == u"0" || node.text == u"1");
}

template <class Check> bool isListOf(const FormNode &node, Check check)
{
    return node.branch && std::all_of(node.children.begin(), node.children.end(),
                                      [&](const auto &child) { return check(child.second); });
}

bool isText(const FormNode &node)
{
    return !node.branch;
}

bool isInteger(const FormNode &node)
{
    return !node.branch && wholeNumber(node.text).has_value();
}

bool isPair(const FormNode &node, QStringView key)
{
    return node.branch && node.children.size() == 2 && node.child(key) && isText(*node.child(key)) &&
           node.child(u"value") && isText(*node.child(u"value"));
}

bool isCourseRight(const FormNode &node)
{
    const FormNode *course = node.child(u"courseid");
    const FormNode *rights = node.child(u"capabilities");
    return node.branch && node.children.size() == 2 && course && isInteger(*course) && rights &&
           isListOf(*rights, isText);
}

bool isCourseIds(const FormNode &node)
{
    const FormNode *ids = node.child(u"ids");
    return node.branch && (node.children.empty() || (node.children.size() == 1 && ids && isListOf(*ids, isInteger)));
}

bool hasType(const FormNode &node, ParamType type)
{
    switch (type) {
    case ParamType::Integer:
        return isInteger(node);
    case ParamType::Flag:
        return isFlag(node);
    case ParamType::Text:
        return isText(node);
    case ParamType::Integers:
        return isListOf(node, isInteger);
    case ParamType::Texts:
        return isListOf(node, isText);
    case ParamType::Options:
        return isListOf(node, [](const FormNode &n) { return isPair(n, u"name"); });
    case ParamType::Criteria:
        return isListOf(node, [](const FormNode &n) { return isPair(n, u"key"); });
    case ParamType::CourseIds:
        return isCourseIds(node);
    case ParamType::CourseRights:
        return isListOf(node, isCourseRight);
    case ParamType::Rows:
        return isListOf(node, [](const FormNode &row) {
            return row.branch && std::all_of(row.children.begin(), row.children.end(),
                                             [](const auto &child) { return isText(child.second); });
        });
    }
    return false;
}

} // namespace

const FormNode *FormNode::child(QStringView key) const
{
    for (const auto &[name, node] : children) {
        if (name == key)
            return &node;
    }
    return nullptr;
}

FormNode readForm(const Request &request)
{
    FormNode root;
    root.branch = true;
    if (!request.query.isEmpty())
        readPairs(root, request.query.query(QUrl::FullyEncoded).toUtf8());
    if (request.method == "POST" &&
        request.header("content-type").toLower().startsWith("application/x-www-form-urlencoded"))
        readPairs(root, request.body);
    return root;
}

std::optional<qint64> wholeNumber(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    const QStringView digits = negative ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > 19 || (digits[0] == u'0' && (negative || digits.size() > 1)))
        return std::nullopt;
    constexpr quint64 most = quint64(std::numeric_limits<qint64>::max());
    quint64 value = 0; // 19 digits fit
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = 10 * value + (c.unicode() - u'0');
    }
    if (value > most + (negative ? 1 : 0))
        return std::nullopt;
    return negative ? qint64(~value + 1) : qint64(value);
}

bool fits(const FormNode &fields, const std::vector<Param> &params)
{
    for (const Param &param : params) {
        const FormNode *node = nullptr;
        for (const auto &[name, child] : fields.children) {
            if (name == QLatin1String(param.name))
                node = &child;
        }
        if (!node) {
            if (param.required)
                return false;
        } else if (!hasType(*node, param.type)) {
            return false;
        }
    }
    return std::all_of(fields.children.begin(), fields.children.end(), [&](const auto &child) {
        return std::any_of(params.begin(), params.end(),
                           [&](const Param &param) { return child.first == QLatin1String(param.name); });
    });
}

QString textOf(const FormNode &form, QStringView name, const QString &fallback)
{
    const FormNode *node = form.child(name);
    return node && !node->branch ? node->text : fallback;
}

qint64 numberOf(const FormNode &form, QStringView name, qint64 fallback)
{
    const FormNode *node = form.child(name);
    return node && !node->branch ? wholeNumber(node->text).value_or(fallback) : fallback;
}

std::vector<qint64> numbersOf(const FormNode &form, QStringView name)
{
    std::vector<qint64> numbers;
    if (const FormNode *node = form.child(name)) {
        numbers.reserve(node->children.size());
        for (const auto &[key, item] : node->children) {
            if (const auto number = item.branch ? std::nullopt : wholeNumber(item.text))
                numbers.push_back(*number);
        }
    }
    return numbers;
}

QStringList textsOf(const FormNode &form, QStringView name)
{
    QStringList texts;
    if (const FormNode *node = form.child(name)) {
        for (const auto &[key, item] : node->children) {
            if (!item.branch)
                texts.append(item.text);
        }
    }
    return texts;
}

std::vector<std::pair<QString, QString>> pairsOf(const FormNode &form, QStringView name)
{
    std::vector<std::pair<QString, QString>> pairs;
    if (const FormNode *node = form.child(name)) {
        for (const auto &[key, item] : node->children)
            pairs.emplace_back(textOf(item, item.child(u"name") ? u"name" : u"key"), textOf(item, u"value"));
    }
    return pairs;
}

} // namespace liaison::sandbox::moodle
