#pragma once
// Exchanging two names in one step: the calls exist in C only as a variadic
// system call (Linux) or under another name (macOS).
#ifdef __linux__
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
static inline int tacit_exchange(const char *one, const char *other) {
  const unsigned int exchange = 2;  // RENAME_EXCHANGE, renameat2(2)
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
}
#else
#include <stdio.h>
static inline int tacit_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}
#endif
