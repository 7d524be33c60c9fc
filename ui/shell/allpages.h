#pragma once

namespace liaison::ui {

class MainWindow;

/// Gives the window every page of the console.
void addAllPages(MainWindow &window);

} // namespace liaison::ui
