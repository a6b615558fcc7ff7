#pragma once
// Debian builds libxml2 with ICU, so <libxml/encoding.h> would include the
// system's <unicode/ucnv.h>, whose enums clash with the ICU inside Foundation
// (swiftlang/swift-foundation-icu#93).  Undefining the switch only trims two
// trailing private fields that nothing here touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stddef.h>
#include <string.h>

// Once before any thread parses; catalogs could otherwise be named by a document.
static inline void tacit_xml_init(void) {
  xmlInitParser();
  xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
}

// The offset of the first such byte, or the count when there is none.
static inline ptrdiff_t tacit_offset_of_byte(const void *bytes, ptrdiff_t count, int byte) {
  const char *found = count > 0 ? (const char *)memchr(bytes, byte, (size_t)count) : NULL;
  return found ? found - (const char *)bytes : count;
}
