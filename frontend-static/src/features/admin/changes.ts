/** A value that differs between before and after, named by its place: `roles`, `name.zh`. */
export interface Change {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What differs between two states of a thing, place by place; all of it when there is only one of
 * them. Lists of plain values are compared as a whole, since that is how people read them.
 */
export function changes(before: unknown, after: unknown): readonly Change[] {
  const old = leaves(before)
  const now = leaves(after)
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after)
}

function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined || value === '') return found
  if (typeof value !== 'object') {
    found.set(path, String(value))
  } else if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    if (value.length > 0) found.set(path, value.join(' · '))
  } else {
    for (const [key, one] of Object.entries(value)) {
      leaves(one, path === '' ? key : `${path}.${key}`, found)
    }
  }
  return found
}
