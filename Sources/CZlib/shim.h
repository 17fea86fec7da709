#ifndef TRADETALLY_CZLIB_SHIM_H
#define TRADETALLY_CZLIB_SHIM_H
#include <zlib.h>
#endif
