// The functions are inline in the header; this file makes the target a library.
#include "CScan.h"
