/**
 * Where to go after signing in: a page of ours that was asked for, otherwise the person's own
 * place. What is not a path on this very site (`//elsewhere`, `/\elsewhere`) is ignored.
 */
export function safeTarget(asked: unknown): string {
  const fallback = '/workspace'
  if (typeof asked !== 'string' || !asked.startsWith('/')) return fallback
  const url = new URL(asked, location.origin)
  if (url.origin !== location.origin || url.pathname === '/sign-in') return fallback
  return url.pathname + url.search + url.hash
}
