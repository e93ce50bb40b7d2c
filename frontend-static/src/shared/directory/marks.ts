/** A stretch of text, emphasised or not. */
export interface Stretch {
  readonly text: string
  readonly marked: boolean
}

/**
 * Cuts a text at its marks. Marks that overlap, run backwards or reach beyond the text are
 * mended: what comes from the server is shown as text, whatever it says.
 */
export function stretches(text: string, marks: readonly (readonly number[])[]): readonly Stretch[] {
  const cut: Stretch[] = []
  let at = 0
  for (const [start = 0, end = 0] of [...marks].sort(([a = 0], [b = 0]) => a - b)) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) cut.push({ text: text.slice(at, from), marked: false })
    cut.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false })
  return cut
}
