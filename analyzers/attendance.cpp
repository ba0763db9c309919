#include "analyzers/attendance.hpp"

namespace minutes {

Meeting with_people(const Document&, Meeting meeting) { return meeting; }

}  // namespace minutes
