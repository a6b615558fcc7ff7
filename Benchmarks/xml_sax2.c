/* The yardstick for reading XML: libxml2's SAX2 push parser from C, with the same work as Tacit.
   usage: xml_sax2 FEED   prints "quarter <tab> title <tab> jobs <tab> bytes of plain description"
   build: cc -O2 xml_sax2.c $(pkg-config --cflags --libs libxml-2.0) -o xml_sax2 */
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct { char *p; size_t n, cap; } Buffer;
static Buffer fields[8], plain;  /* title, date, id, company, category, type, description */
static const char *names[] = {"title", "date", "referencenumber", "company", "category", "jobtype", "description"};
static int depth, want = -1;
typedef struct { char *key; long jobs, bytes; } Group;
static Group groups[1 << 16];

static void add(Buffer *b, const char *s, size_t n) {
  if (b->n + n + 1 > b->cap) b->p = realloc(b->p, b->cap = (b->n + n + 1) * 2);
  memcpy(b->p + b->n, s, n); b->n += n; b->p[b->n] = 0;
}

/* HTML as plain text: no tags, entities decoded, white space as one space or one line end. */
static void strip(Buffer *in, Buffer *out) {
  static const struct { const char *name, *text; } entities[] = {
    {"amp;", "&"}, {"lt;", "<"}, {"gt;", ">"}, {"nbsp;", " "}, {"ndash;", "–"}};
  out->n = 0; char gap = 0;
  for (size_t i = 0; i < in->n;) {
    char c = in->p[i]; const char *text = &c; size_t n = 1;
    if (c == '<' && i + 1 < in->n) {
      char *end = memchr(in->p + i, '>', in->n - i), t = in->p[i + 1] == '/' ? in->p[i + 2] : in->p[i + 1];
      int block = t == 'p' || t == 'l' || t == 'u' || (t == 'b' && in->p[i + 2] == 'r');
      if (block) gap = '\n'; else if (!gap) gap = ' ';
      i = end ? (size_t)(end - in->p) + 1 : in->n; continue;
    }
    if (c == '\n' || c == '\r') { gap = '\n'; i++; continue; }
    if (c == ' ' || c == '\t') { if (!gap) gap = ' '; i++; continue; }
    i++;
    if (c == '&') for (int e = 0; e < 5; e++) {
      size_t length = strlen(entities[e].name);
      if (!strncmp(in->p + i, entities[e].name, length)) { text = entities[e].text; n = strlen(text); i += length; break; }
    }
    if (n == 1 && *text == ' ') { if (!gap) gap = ' '; continue; }
    if (gap && out->n) add(out, &gap, 1);
    gap = 0; add(out, text, n);
  }
}

static int quarter(const char *d) {
  const char *months = "JanFebMarAprMayJunJulAugSepOctNovDec", *m;
  if (d[4] == '-') return atoi(d) * 4 + (atoi(d + 5) - 1) / 3;
  char month[4] = {0}; const char *comma = strchr(d, ','); comma = comma ? comma + 2 : d;
  memcpy(month, comma + 3, 3); m = strstr(months, month);
  return atoi(comma + 7) * 4 + (int)(m - months) / 9;
}

static void job(void) {
  char key[512]; static Buffer title;
  strip(&fields[0], &title); strip(&fields[6], &plain);
  int q = quarter(fields[1].p), n = snprintf(key, sizeof key, "%dQ%d\t%s", q / 4, q % 4 + 1, title.p);
  unsigned h = 2166136261u; for (int i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
  while (groups[h & 65535].key && strcmp(groups[h & 65535].key, key)) h++;
  Group *g = &groups[h & 65535]; if (!g->key) g->key = strdup(key);
  g->jobs++; g->bytes += (long)plain.n;
}

static void start(void *c, const xmlChar *name, const xmlChar *p, const xmlChar *u, int nn, const xmlChar **ns, int na, int nd, const xmlChar **a) {
  (void)c; (void)p; (void)u; (void)nn; (void)ns; (void)na; (void)nd; (void)a; want = -1;
  if (++depth == 2) for (int i = 0; i < 7; i++) fields[i].n = 0;
  if (depth == 3) for (int i = 0; i < 7; i++) if (!strcmp((const char *)name, names[i])) { want = i; break; }
}
static void end(void *c, const xmlChar *name, const xmlChar *p, const xmlChar *u) {
  (void)c; (void)p; (void)u; want = -1;
  if (depth-- == 2 && !strcmp((const char *)name, "job")) job();
}
static void text(void *c, const xmlChar *s, int n) { (void)c; if (want >= 0) add(&fields[want], (const char *)s, (size_t)n); }
static int order(const void *a, const void *b) { return strcmp(((const Group *)a)->key, ((const Group *)b)->key); }

int main(int argc, char **argv) {
  static char block[1 << 16]; xmlSAXHandler h; memset(&h, 0, sizeof h);
  h.initialized = XML_SAX2_MAGIC; h.startElementNs = start; h.endElementNs = end; h.characters = h.cdataBlock = text;
  int fd = argc > 1 ? open(argv[1], O_RDONLY) : -1; ssize_t n;
  xmlParserCtxtPtr c = xmlCreatePushParserCtxt(&h, NULL, NULL, 0, NULL);
  xmlCtxtUseOptions(c, XML_PARSE_NONET);
  while ((n = read(fd, block, sizeof block)) > 0) if (xmlParseChunk(c, block, (int)n, 0)) return 1;
  if (xmlParseChunk(c, NULL, 0, 1) || !c->wellFormed) return 1;
  size_t count = 0; for (size_t i = 0; i < 65536; i++) if (groups[i].key) groups[count++] = groups[i];
  qsort(groups, count, sizeof *groups, order);
  for (size_t i = 0; i < count; i++) printf("%s\t%ld\t%ld\n", groups[i].key, groups[i].jobs, groups[i].bytes);
  return 0;
}
