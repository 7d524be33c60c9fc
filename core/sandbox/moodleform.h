#pragma once

#include "core/sandbox/http.h"

#include <optional>
#include <vector>

/// Form fields as PHP sees them, and the check of a function's parameters as Moodle does it: anything missing, of a
/// wrong type or not foreseen refuses the whole call.
namespace liaison::sandbox::moodle {

/// A field of the form: a text, or a list or structure made by `name[0][key]=...`.
struct FormNode
{
    bool branch = false;
    QString text;
    std::vector<std::pair<QString, FormNode>> children;
    bool counted = true; ///< the keys of the children are 0, 1, 2 ...: nobody has to look for one among a thousand

    [[nodiscard]] const FormNode *child(QStringView key) const;
};

/// PHP drops what comes after its `max_input_vars` fields without a word (1 000 by default: contract section 1).
inline constexpr int maxInputVars = 1000;

/// GET fields first, then those of a form-encoded POST, which win. A body of another content type is not read: PHP
/// leaves it alone and Moodle then finds no token.
[[nodiscard]] FormNode readForm(const Request &request);

enum class ParamType {
    Integer,
    Flag,         ///< 0 or 1
    Text,         ///< anything
    Integers,     ///< list of Integer
    Texts,        ///< list of Text
    Options,      ///< list of {name, value}
    Criteria,     ///< list of {key, value}
    CourseIds,    ///< {ids: Integers}: the odd `options[ids][0]` of core_course_get_courses
    CourseRights, ///< list of {courseid, capabilities: Texts}
    Rows          ///< list of structures of texts
};

struct Param
{
    const char *name = "";
    ParamType type = ParamType::Text;
    bool required = false;
};

/// False when a field is missing, of a wrong type or not in the list.
[[nodiscard]] bool fits(const FormNode &fields, const std::vector<Param> &params);

/// Moodle's clean check of a whole number: what it writes back must be what was sent.
[[nodiscard]] std::optional<qint64> wholeNumber(QStringView text);

/// Readers for fields that passed `fits`.
[[nodiscard]] QString textOf(const FormNode &form, QStringView name, const QString &fallback = {});
[[nodiscard]] qint64 numberOf(const FormNode &form, QStringView name, qint64 fallback);
[[nodiscard]] std::vector<qint64> numbersOf(const FormNode &form, QStringView name);
[[nodiscard]] QStringList textsOf(const FormNode &form, QStringView name);
/// `options` and `criteria`: pairs in the order sent.
[[nodiscard]] std::vector<std::pair<QString, QString>> pairsOf(const FormNode &form, QStringView name);

} // namespace liaison::sandbox::moodle
