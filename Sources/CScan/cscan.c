#include "cscan.h"

#include <string.h>
#include <sys/mman.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// For 64 bytes, the bit of each byte that equals a character.
typedef struct {
  uint64_t quotes, delimiters, feeds, returns, zeros, high;
} masks;

// From quotes to "inside a quoted field": each quote flips everything behind it.
static inline uint64_t prefix_xor(uint64_t x) {
  x ^= x << 1;
  x ^= x << 2;
  x ^= x << 4;
  x ^= x << 8;
  x ^= x << 16;
  x ^= x << 32;
  return x;
}

// Writes the positions of the set bits, eight at a time without a branch for each.
static inline uint32_t *flatten(uint64_t bits, uint32_t base, uint32_t *out) {
  unsigned count = (unsigned)__builtin_popcountll(bits);
  for (unsigned done = 0; done < count; done += 8) {
    for (unsigned i = 0; i < 8; i++) {
      out[done + i] = base + (bits ? (uint32_t)__builtin_ctzll(bits) : 0);
      bits &= bits - 1;
    }
  }
  return out + count;
}

// The number of bytes of the character at `i`, which is not ASCII, or 0 when it is none.
static inline size_t character(const uint8_t *bytes, size_t i, size_t length) {
  uint8_t lead = bytes[i];
  size_t extra = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4 || length - i <= extra) return 0;
  uint8_t second = bytes[i + 1];
  if (lead == 0xE0 && second < 0xA0) return 0;
  if (lead == 0xED && second > 0x9F) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  if (lead == 0xF4 && second > 0x8F) return 0;
  for (size_t k = 1; k <= extra; k++)
    if ((bytes[i + k] & 0xC0) != 0x80) return 0;
  return extra + 1;
}

#define INDEX_BODY(LOAD, FLATTEN)                                                                 \
  uint32_t *out = positions, *end = ends;                                                         \
  uint64_t inside_carry = 0, closed_carry = 0, open_allowed = 1, return_carry = 0, irregular = 0; \
  uint64_t zeros = 0, high = 0;                                                                   \
  size_t feeds = 0;                                                                               \
  for (size_t i = 0; i < length; i += 64) {                                                       \
    masks m = LOAD(bytes + i, delimiter);                                                         \
    uint64_t keep = ~0ULL;                                                                        \
    if (length - i < 64) {                                                                        \
      keep = (1ULL << (length - i)) - 1;                                                          \
      m.quotes &= keep, m.delimiters &= keep, m.feeds &= keep, m.returns &= keep;                 \
      m.zeros &= keep, m.high &= keep;                                                            \
    }                                                                                             \
    zeros |= m.zeros, high |= m.high;                                                             \
    feeds += (size_t)__builtin_popcountll(m.feeds);                                               \
    uint64_t inside = prefix_xor(m.quotes) ^ inside_carry;                                        \
    inside_carry = (uint64_t)((int64_t)inside >> 63);                                             \
    uint64_t separators = m.delimiters | m.feeds, fine = separators | m.quotes;                   \
    /* a quote opens only behind a separator or a closing quote */                                \
    irregular |= (m.quotes & inside) & ~(fine << 1 | open_allowed);                               \
    /* behind a closing quote stands a separator, a return or the quote it escapes */             \
    uint64_t closing = m.quotes & ~inside;                                                        \
    irregular |= (closing << 1 | closed_carry) & keep & ~(fine | m.returns);                      \
    /* a return is half of a line end */                                                          \
    irregular |= (m.returns << 1 | return_carry) & keep & ~m.feeds;                               \
    open_allowed = fine >> 63, closed_carry = closing >> 63, return_carry = m.returns >> 63;      \
    uint64_t structural = separators & ~inside;                                                   \
    for (uint64_t f = m.feeds & ~inside; f; f &= f - 1)                                           \
      *end++ = (uint32_t)(out - positions) +                                                      \
               (uint32_t)__builtin_popcountll(structural & ((f & -f) - 1));                       \
    out = FLATTEN(structural, (uint32_t)i, out);                                                  \
  }                                                                                               \
  cscan_summary found = {(size_t)(out - positions), (size_t)(end - ends), feeds,                  \
                         (irregular | inside_carry | return_carry) != 0, zeros != 0, high != 0};  \
  return found;

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))

AVX2 static inline uint64_t equal64(__m256i low, __m256i high, __m256i value) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, value)) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, value)) << 32;
}

AVX2 static inline masks load_avx2(const uint8_t *p, uint8_t delimiter) {
  __m256i a = _mm256_loadu_si256((const __m256i *)p);
  __m256i b = _mm256_loadu_si256((const __m256i *)(p + 32));
  masks m = {
      equal64(a, b, _mm256_set1_epi8('"')),  equal64(a, b, _mm256_set1_epi8((char)delimiter)),
      equal64(a, b, _mm256_set1_epi8('\n')), equal64(a, b, _mm256_set1_epi8('\r')),
      equal64(a, b, _mm256_setzero_si256()),
      (uint64_t)(uint32_t)_mm256_movemask_epi8(a) |
          (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << 32,
  };
  return m;
}

AVX2 static cscan_summary index_avx2(const uint8_t *bytes, size_t length, uint8_t delimiter,
                                     uint32_t *positions, uint32_t *ends) {
  INDEX_BODY(load_avx2, flatten)
}

AVX2 static size_t quotes_avx2(const uint8_t *bytes, size_t length) {
  size_t count = 0, i = 0;
  for (; length - i >= 32; i += 32) {
    __m256i a = _mm256_loadu_si256((const __m256i *)(bytes + i));
    count += (size_t)__builtin_popcount(
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, _mm256_set1_epi8('"'))));
  }
  for (; i < length; i++) count += bytes[i] == '"';
  return count;
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))

AVX512 static inline masks load_avx512(const uint8_t *p, uint8_t delimiter) {
  __m512i bytes = _mm512_loadu_si512(p);
  masks m = {
      _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"')),
      _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)delimiter)),
      _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')),
      _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r')),
      _mm512_testn_epi8_mask(bytes, bytes),
      _mm512_movepi8_mask(bytes),
  };
  return m;
}

// 0 to 63, of which the set bits choose.
static const uint8_t places[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

// Writes the positions of the set bits, sixteen at a time.
AVX512 static inline uint32_t *flatten_avx512(uint64_t bits, uint32_t base, uint32_t *out) {
  unsigned count = (unsigned)__builtin_popcountll(bits);
  __m512i set = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(places));
  __m512i bases = _mm512_set1_epi32((int)base);
#define SIXTEEN(QUARTER)                                                          \
  _mm512_storeu_si512(out + 16 * QUARTER,                                         \
                      _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(               \
                                                  _mm512_extracti32x4_epi32(set, QUARTER))))
  SIXTEEN(0);
  if (count > 16) SIXTEEN(1);
  if (count > 32) {
    SIXTEEN(2);
    SIXTEEN(3);
  }
#undef SIXTEEN
  return out + count;
}

AVX512 static cscan_summary index_avx512(const uint8_t *bytes, size_t length, uint8_t delimiter,
                                         uint32_t *positions, uint32_t *ends) {
  INDEX_BODY(load_avx512, flatten_avx512)
}

#endif

// Portable: eight bytes at a time in a general register.
static inline uint64_t equal8(uint64_t word, uint8_t value) {
  const uint64_t low = 0x0101010101010101ULL, seven = 0x7F7F7F7F7F7F7F7FULL;
  uint64_t x = word ^ (low * value);
  // The high bit of each byte that is zero, exact in every byte.
  uint64_t zero = ~(((x & seven) + seven) | x | seven);
  return ((zero >> 7) * 0x0102040810204080ULL) >> 56;
}

static inline masks load_portable(const uint8_t *p, uint8_t delimiter) {
  masks m = {0, 0, 0, 0, 0, 0};
  for (unsigned i = 0; i < 8; i++) {
    uint64_t word;
    memcpy(&word, p + 8 * i, 8);
    m.quotes |= equal8(word, '"') << (8 * i);
    m.delimiters |= equal8(word, delimiter) << (8 * i);
    m.feeds |= equal8(word, '\n') << (8 * i);
    m.returns |= equal8(word, '\r') << (8 * i);
    m.zeros |= equal8(word, 0) << (8 * i);
    m.high |= ((((word >> 7) & 0x0101010101010101ULL) * 0x0102040810204080ULL) >> 56) << (8 * i);
  }
  return m;
}

static cscan_summary index_portable(const uint8_t *bytes, size_t length, uint8_t delimiter,
                                    uint32_t *positions, uint32_t *ends) {
  INDEX_BODY(load_portable, flatten)
}

cscan_way cscan_best(void) {
#if defined(__x86_64__)
  // Compressing bytes is what makes the wide registers pay.
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl"))
    return cscan_avx512;
  if (__builtin_cpu_supports("avx2")) return cscan_avx2;
#endif
  return cscan_portable;
}

cscan_summary cscan_index(cscan_way way, const uint8_t *bytes, size_t length, uint8_t delimiter,
                          uint32_t *positions, uint32_t *ends) {
  switch (way) {
#if defined(__x86_64__)
    case cscan_avx512: return index_avx512(bytes, length, delimiter, positions, ends);
    case cscan_avx2: return index_avx2(bytes, length, delimiter, positions, ends);
#endif
    default: return index_portable(bytes, length, delimiter, positions, ends);
  }
}

size_t cscan_quotes(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return quotes_avx2(bytes, length);
#endif
  size_t count = 0;
  for (size_t i = 0; i < length; i++) count += bytes[i] == '"';
  return count;
}

// Where the run of ASCII that goes on at `i` ends, or a place in it less than eight bytes before `length`.
static inline size_t skip_ascii(const uint8_t *bytes, size_t i, size_t length) {
  const uint64_t high = 0x8080808080808080ULL;
  uint64_t words[4];
  while (length - i >= sizeof words) {
    memcpy(words, bytes + i, sizeof words);
    if ((words[0] | words[1] | words[2] | words[3]) & high) break;
    i += sizeof words;
  }
  while (length - i >= sizeof words[0]) {
    memcpy(words, bytes + i, sizeof words[0]);
    if (words[0] & high) return i + (size_t)__builtin_ctzll(words[0] & high) / 8;
    i += sizeof words[0];
  }
  return i;
}

size_t cscan_utf8(const uint8_t *bytes, size_t length) {
  size_t i = 0;
  while (i < length) {
    if (bytes[i] < 0x80) {
      size_t next = skip_ascii(bytes, i, length);
      i = next > i ? next : i + 1;
      continue;
    }
    size_t count = character(bytes, i, length);
    if (count == 0) return i;
    i += count;
  }
  return length;
}

void *cscan_table_allocate(size_t bytes) {
  const size_t page = 1 << 21;
  size_t length = bytes + page;  // bytes are a multiple of the small page
  char *start = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
  if (start == MAP_FAILED) return NULL;
  // Keep an aligned part: a huge page must begin on its own size.
  size_t before = (page - (size_t)start % page) % page;
  if (before > 0) munmap(start, before);
  if (page > before) munmap(start + before + bytes, page - before);
#ifdef MADV_HUGEPAGE
  if (bytes >= page) madvise(start + before, bytes, MADV_HUGEPAGE);
#endif
  return start + before;
}

void cscan_table_free(void *table, size_t bytes) { munmap(table, bytes); }
