#include "tests/support/randomworld.h"
