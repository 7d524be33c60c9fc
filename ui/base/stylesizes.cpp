// The half of the style that measures: how large things are and where their parts stand.
#include "ui/base/style.h"

#include <QComboBox>
#include <QStyleOption>

namespace liaison::ui {

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_ScrollBarExtent:
        return t.px(10);
    case PM_ScrollBarSliderMin:
        return t.px(32);
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return t.px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return t.px(8);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return t.px(16);
    case PM_SplitterWidth:
        return 5;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return t.px(16);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return t.px(8);
    case PM_MenuVMargin:
        return t.px(4);
    case PM_MenuHMargin:
        return 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_TabBarTabHSpace:
        return t.px(24);
    case PM_TabBarTabVSpace:
        return t.px(16);
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return t.px(8);
    case PM_DefaultFrameWidth:
        return qobject_cast<const QComboBox *>(widget) ? t.px(6) : 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(data)) {
            // Only the ring: what is inside stays clickable and unclipped.
            const QRect r = option->rect;
            mask->region = QRegion(r) - QRegion(r.adjusted(3, 3, -3, -3));
        }
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_Menu_SloppySubMenus:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        s = QSize(qMax(size.width() + t.px(24), t.px(64)), t.px(32));
        break;
    case CT_LineEdit:
    case CT_SpinBox:
        s.setHeight(t.px(32));
        break;
    case CT_ComboBox:
        s = QSize(size.width() + t.px(44), t.px(32));
        break;
    case CT_TabBarTab:
        // Measured as drawn: the label's own role is wider than the bar's font.
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            s.setWidth(QFontMetrics(t.font(FontRole::Name)).horizontalAdvance(tab->text) + t.px(26));
        s.setHeight(t.px(36));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {s.width(), t.px(9)};
            const QFontMetrics fm(t.font(FontRole::Body));
            QString text = item->text;
            text.replace(u'\t', QStringLiteral("      "));
            s = QSize(t.px(36) + fm.horizontalAdvance(text) + t.px(24), t.px(32));
        }
        break;
    default:
        break;
    }
    return s;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    const Tokens &t = m_tokens;
    if (control == CC_ScrollBar) {
        // No arrows: the groove is the whole bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? bar->rect.width() : bar->rect.height();
        const int range = bar->maximum - bar->minimum;
        int handle = length;
        if (range > 0) {
            const qint64 all = qint64(range) + bar->pageStep;
            handle = qBound(qMin(t.px(32), length), int(qint64(length) * bar->pageStep / qMax<qint64>(1, all)), length);
        }
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto part = [&](int from, int size) {
            return across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                          : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        };
        switch (sub) {
        case SC_ScrollBarSlider:
            return part(start, handle);
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSubPage:
            return part(0, start);
        case SC_ScrollBarAddPage:
            return part(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return option->rect.adjusted(t.px(10), 0, -t.px(26), 0);
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

} // namespace liaison::ui
