#ifndef TRADETALLY_CEXPAT_SHIM_H
#define TRADETALLY_CEXPAT_SHIM_H
#include <expat.h>
#endif
