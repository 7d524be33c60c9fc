#pragma once

namespace liaison::ui {
class MainWindow;
}

namespace liaison::app {

/// Every page of the console, in the order of the navigation.
void addPages(ui::MainWindow &window);

} // namespace liaison::app
