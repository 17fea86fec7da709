#ifndef TRADETALLY_CXLSXWRITER_SHIM_H
#define TRADETALLY_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
