#include "theme/lean_script.h"

#include <catch2/catch.hpp>

using nianbao::theme::lean_script;

TEST_CASE("published scripts go without comments, indentation and empty lines") {
  CHECK(lean_script("// head\n(function () {\n\n  /** one line */\n  const a = \"// b\"; // kept\n  /*\n   * "
                    "more\n   */ a();\n"
                    "  x = 1 /* inside */ + 2;\n})();") ==
        "(function () {\nconst a = \"// b\"; // kept\na();\nx = 1 /* inside */ + 2;\n})();\n");
  CHECK(lean_script("").empty());
  CHECK(lean_script("/* never closed\n a();").empty());
}
