#ifndef TRADETALLY_CXLSXWRITER_SHIM_H
#define TRADETALLY_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
// What libxlsxwriter packs its files with; its package file asks for the library, so that it is always there.
#include <zlib.h>
#endif
