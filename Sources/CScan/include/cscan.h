/// Scanning of bytes for the CSV reader: what needs vector instructions that Swift cannot name.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What one pass over a block found.
typedef struct {
  /// The number of structural characters written: delimiters and line feeds outside quotes.
  size_t count;
  /// The number of records: line feeds outside quotes.
  size_t records;
  /// The number of line feeds, inside quotes and outside.
  size_t lineFeeds;
  /// Whether a quote stands where RFC 4180 has none, a quoted field is open at the end, or a
  /// carriage return is not followed by a line feed.
  bool isIrregular;
  /// Whether a zero byte occurs.
  bool hasZero;
  /// Whether a byte of 0x80 or above occurs.
  bool hasHighBytes;
} cscan_summary;

/// How bytes are searched: the later ones are faster and need more of the processor.
typedef enum { cscan_portable, cscan_avx2, cscan_avx512 } cscan_way;

/// The fastest way that this processor can go; it can go those before it as well.
cscan_way cscan_best(void);

/// Finds the structural characters of a block that starts outside quotes.
///
/// `bytes` must be readable up to the next multiple of 64 behind `length`; `positions` and `ends`
/// must have room for `length` + 64 entries. `ends` receives for each record the index, within
/// `positions`, of the line feed that ends it.
cscan_summary cscan_index(cscan_way way, const uint8_t *bytes, size_t length, uint8_t delimiter,
                          uint32_t *positions, uint32_t *ends);

/// The number of double quotes.
size_t cscan_quotes(const uint8_t *bytes, size_t length);

/// The number of bytes before the first that belongs to no character of UTF-8 (RFC 3629: no
/// overlong form, no surrogate, at most U+10FFFF), or `length` when all do.
size_t cscan_utf8(const uint8_t *bytes, size_t length);

/// Asks the processor to fetch what will be written soon.
static inline void cscan_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

/// Zeroed memory for a large table, in huge pages where the system has them; `NULL` on failure.
void *cscan_table_allocate(size_t bytes);

/// Gives the memory of a table back.
void cscan_table_free(void *table, size_t bytes);
