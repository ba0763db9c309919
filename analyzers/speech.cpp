#include "analyzers/speech.hpp"

namespace minutes {

Meeting with_speakers(const Document&, Meeting meeting) { return meeting; }

}  // namespace minutes
