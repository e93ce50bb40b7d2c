import { shallowReactive } from 'vue'
import { inWords } from '@/shared/i18n'
import { conceptByCode, useVocabulary, type SchemeName } from '@/shared/vocabulary'
import type { FacetValue } from '@/shared/directory'
import type { FacetName } from './state'
import type { StoryFacet } from './stories'

type Named = FacetName | StoryFacet

const SCHEMES: Partial<Record<Named, SchemeName>> = {
  industry: 'industries',
  country: 'countries',
  language: 'languages',
  city: 'cities',
  residence: 'countries',
  competence: 'competences',
  offer: 'offerKinds',
}

/**
 * Names of facet values. A chosen value keeps the name it had, even when later results no longer
 * mention it.
 */
export function useValueNames() {
  const { label } = useVocabulary()
  const seen = shallowReactive(new Map<string, Pick<FacetValue, 'label'>>())
  const asked = new Set<string>()

  function remember(facet: Named, values: readonly FacetValue[] | undefined): void {
    for (const value of values ?? []) {
      seen.set(`${facet} ${value.code}`, value)
      remember(facet, value.children)
    }
  }

  function nameOf(facet: Named, code: string): string {
    const own = inWords(seen.get(`${facet} ${code}`)?.label)
    if (own) return own
    if (facet === 'domain') askFor(code)
    const scheme = SCHEMES[facet]
    return scheme ? label(scheme, code) : code
  }

  /** A link may narrow to a concept that no result mentions. */
  function askFor(code: string): void {
    if (asked.has(code)) return
    asked.add(code)
    conceptByCode(code).then(
      (concept) => seen.set(`domain ${code}`, { label: concept.label }),
      () => undefined, // then the code has to do
    )
  }

  return { nameOf, remember }
}
