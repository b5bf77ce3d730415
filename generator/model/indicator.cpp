#include "model/indicator.h"

#include <algorithm>
#include <array>

namespace nianbao::model {
namespace {

using enum Aggregation;

constexpr std::array table = {
    Indicator{"students", "在校生数", "Students", "人", "", sum, "", ""},
    Indicator{"enrolled", "招生数", "New students", "人", "", sum, "", ""},
    Indicator{"graduates", "毕业生人数", "Graduates", "人", "", sum, "", ""},
    Indicator{"placed", "毕业去向落实人数", "Graduates placed", "人", "", sum, "", ""},
    Indicator{"further_study", "升学人数", "Went on to further study", "人", "", sum, "", ""},
    Indicator{"employed", "直接就业人数", "Employed directly", "人", "", sum, "", ""},
    Indicator{"placement_rate", "毕业去向落实率", "Placement rate", "%", "%", ratio_of_sums, "placed",
              "graduates", true},
    Indicator{"further_study_rate", "升学率", "Further-study rate", "%", "%", ratio_of_sums, "further_study",
              "graduates", true},
    Indicator{"full_time_teachers", "专任教师数", "Full-time teachers", "人", "", sum, "", ""},
    Indicator{"staff", "教职工数", "Staff", "人", "", sum, "", ""},
    Indicator{"dual_teachers", "双师型教师数", "Dual-qualified teachers", "人", "", sum, "", ""},
    Indicator{"dual_teacher_rate", "双师型教师比例", "Share of dual-qualified teachers", "%", "%", none, "",
              ""},
    Indicator{"student_teacher_ratio", "生师比", "Students per teacher", "", "", none, "", ""},
    Indicator{"majors", "专业数", "Majors", "个", "", none, "", ""},
    Indicator{"income", "月收入", "Monthly income", "元", "yuan", none, "", ""},
    Indicator{"satisfaction", "在校生满意度", "Student satisfaction", "%", "%", none, "", ""},
    Indicator{"training", "培训人次", "Training places taken", "人次", "", sum, "", ""},
};

}  // namespace

std::span<const Indicator> indicators() { return table; }

const Indicator* find_indicator(std::string_view id) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Indicator& i) { return i.id == id; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace nianbao::model
