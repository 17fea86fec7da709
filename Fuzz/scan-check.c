// Compares the vectorised functions of CScan.h with plain ones on random blocks; exit code 1 where they differ.
#include <stdio.h>
#include <string.h>

#include "CScan.h"

#if defined(__SSE2__)
static const char *kind = "SSE2";
#elif defined(__ARM_NEON) && defined(__aarch64__)
static const char *kind = "NEON";
#else
static const char *kind = "portable";
#endif

static uint32_t state = 20201030;
static uint32_t next(uint32_t below) {
  state = state * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)state * below) >> 32);
}

int main(void) {
  static const uint8_t usual[] = {',', '"', '\n', '\r', ';', '\t', 'a', 0xEA, 0xB0, 0x80, 0};
  const long rounds = 2000000;
  long different = 0;
  for (long round = 0; round < rounds; round++) {
    uint8_t bytes[64];
    for (int i = 0; i < 64; i++) {
      bytes[i] = (uint8_t)(round % 3 == 0 ? next(256) : usual[next(sizeof usual)]);
    }
    uint8_t delimiter = usual[next(sizeof usual)];
    uint8_t quote = round % 7 == 0 ? (uint8_t)next(256) : '"';
    scan_masks found = scan_block(bytes, delimiter, quote);
    scan_masks expected = scan_block_portable(bytes, delimiter, quote);
    if (memcmp(&found, &expected, sizeof found) != 0) different++;
    uint8_t wanted = bytes[next(64)];
    uint32_t mask = 0;
    for (int i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] == wanted) << i;
    if (scan_equal16(bytes, wanted) != mask) different++;
  }
  printf("%s: %ld blocks, %ld different\n", kind, rounds, different);
  return different != 0;
}
