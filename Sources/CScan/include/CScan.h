// Sixty-four bytes at a time: where delimiters, quotes, line ends and bytes over 0x7F stand.
//
// Each mask has bit i set where byte i of the block is of that kind. SSE2 and NEON belong to the base of
// their architectures, so no run-time check is needed; elsewhere a portable loop gives the same masks.

#ifndef TRADETALLY_CSCAN_H
#define TRADETALLY_CSCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

typedef struct {
  uint64_t delimiter;
  uint64_t quote;
  uint64_t lineFeed;
  uint64_t carriageReturn;
} scan_masks;

static inline scan_masks scan_block_portable(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
  scan_masks masks = {0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte == delimiter) masks.delimiter |= bit;
    if (byte == quote) masks.quote |= bit;
    if (byte == '\n') masks.lineFeed |= bit;
    if (byte == '\r') masks.carriageReturn |= bit;
  }
  return masks;
}

#if defined(__SSE2__)
static inline uint64_t scan_equal(__m128i a, __m128i b, __m128i c, __m128i d, uint8_t wanted) {
  __m128i w = _mm_set1_epi8((char)wanted);
  uint64_t m0 = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(a, w));
  uint64_t m1 = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(b, w));
  uint64_t m2 = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(c, w));
  uint64_t m3 = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(d, w));
  return m0 | m1 << 16 | m2 << 32 | m3 << 48;
}
#elif defined(__ARM_NEON) && defined(__aarch64__)
static inline uint64_t scan_equal(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d, uint8_t wanted) {
  // NEON has no movemask: each lane keeps its own bit, and three pairwise additions pack them.
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t w = vdupq_n_u8(wanted);
  uint8x16_t s0 = vpaddq_u8(vandq_u8(vceqq_u8(a, w), bits), vandq_u8(vceqq_u8(b, w), bits));
  uint8x16_t s1 = vpaddq_u8(vandq_u8(vceqq_u8(c, w), bits), vandq_u8(vceqq_u8(d, w), bits));
  s0 = vpaddq_u8(s0, s1);
  s0 = vpaddq_u8(s0, s0);
  return vgetq_lane_u64(vreinterpretq_u64_u8(s0), 0);
}
#endif

static inline scan_masks scan_block(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
#if defined(__SSE2__)
  __m128i a = _mm_loadu_si128((const __m128i *)bytes);
  __m128i b = _mm_loadu_si128((const __m128i *)(bytes + 16));
  __m128i c = _mm_loadu_si128((const __m128i *)(bytes + 32));
  __m128i d = _mm_loadu_si128((const __m128i *)(bytes + 48));
#elif defined(__ARM_NEON) && defined(__aarch64__)
  uint8x16_t a = vld1q_u8(bytes);
  uint8x16_t b = vld1q_u8(bytes + 16);
  uint8x16_t c = vld1q_u8(bytes + 32);
  uint8x16_t d = vld1q_u8(bytes + 48);
#endif
#if defined(__SSE2__) || (defined(__ARM_NEON) && defined(__aarch64__))
  scan_masks masks;
  masks.delimiter = scan_equal(a, b, c, d, delimiter);
  masks.quote = scan_equal(a, b, c, d, quote);
  masks.lineFeed = scan_equal(a, b, c, d, '\n');
  masks.carriageReturn = scan_equal(a, b, c, d, '\r');
  return masks;
#else
  return scan_block_portable(bytes, delimiter, quote);
#endif
}

// The length of the longest valid UTF-8 prefix: `count` where all of it is valid. Overlong forms,
// surrogates and code points over U+10FFFF are invalid (RFC 3629).
static inline size_t scan_valid_utf8(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  while (i < count) {
    uint8_t lead = bytes[i];
    if (lead < 0x80) {
      i++;
      while (i + 8 <= count) {
        uint64_t word;
        __builtin_memcpy(&word, bytes + i, 8);
        if (word & 0x8080808080808080u) break;
        i += 8;
      }
    } else if (lead < 0xE0) {
      if (lead < 0xC2 || i + 1 >= count || (bytes[i + 1] & 0xC0) != 0x80) return i;
      i += 2;
    } else if (lead < 0xF0) {
      if (i + 2 >= count || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80) return i;
      if (lead == 0xE0 && bytes[i + 1] < 0xA0) return i;
      if (lead == 0xED && bytes[i + 1] > 0x9F) return i;
      i += 3;
    } else {
      if (lead > 0xF4 || i + 3 >= count || (bytes[i + 1] & 0xC0) != 0x80 || (bytes[i + 2] & 0xC0) != 0x80 ||
          (bytes[i + 3] & 0xC0) != 0x80)
        return i;
      if (lead == 0xF0 && bytes[i + 1] < 0x90) return i;
      if (lead == 0xF4 && bytes[i + 1] > 0x8F) return i;
      i += 4;
    }
  }
  return i;
}

// Asks the processor to fetch the cache line that lies `offset` bytes behind an address.
static inline void scan_prefetch(const void *address, size_t offset) {
  __builtin_prefetch((const char *)address + offset, 1, 2);
}

// Which of sixteen bytes are equal to one: bit i for byte i.
static inline uint32_t scan_equal16(const uint8_t *bytes, uint8_t wanted) {
#if defined(__SSE2__)
  __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)wanted)));
#else
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) mask |= (uint32_t)(bytes[i] == wanted) << i;
  return mask;
#endif
}

#endif
