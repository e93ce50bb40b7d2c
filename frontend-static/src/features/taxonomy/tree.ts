import { inWords, type Locale } from '@/shared/i18n'
import type { Concept } from './api'

/** The thesaurus by its order of broader and narrower concepts; a concept may stand at several places. */
export interface Tree {
  readonly tops: readonly Concept[]
  readonly byCode: ReadonlyMap<string, Concept>
  below(code: string): readonly Concept[]
  /** The codes above a concept, up to the top. */
  above(code: string): ReadonlySet<string>
}

export function treeOf(concepts: readonly Concept[], locale: Locale): Tree {
  const offered = concepts.filter(({ retired }) => !retired)
  const byCode = new Map(offered.map((concept) => [concept.code, concept]))
  const order = new Intl.Collator(locale)
  const sorted = [...offered].sort((a, b) =>
    order.compare(inWords(a.label, locale), inWords(b.label, locale)),
  )
  const children = new Map<string, Concept[]>()
  const tops: Concept[] = []
  for (const concept of sorted) {
    const parents = concept.broader.filter(({ code }) => byCode.has(code))
    if (parents.length === 0) tops.push(concept)
    for (const { code } of parents) children.set(code, [...(children.get(code) ?? []), concept])
  }

  function above(code: string): ReadonlySet<string> {
    const found = new Set<string>()
    const open = [code]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { code: broader } of byCode.get(next)?.broader ?? []) {
        if (!found.has(broader)) {
          found.add(broader)
          open.push(broader)
        }
      }
    }
    return found
  }

  return { tops, byCode, below: (code) => children.get(code) ?? [], above }
}
