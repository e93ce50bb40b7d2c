import type { LocationQuery } from 'vue-router'

/** What the board can be narrowed down by, in the order in which it is shown. */
export const FACETS = ['kind', 'domain', 'industry', 'city', 'country', 'language'] as const
export type FacetName = (typeof FACETS)[number]

export const SORTS = ['relevance', 'updated'] as const
export type Sort = (typeof SORTS)[number]

/** Everything that decides what the board shows; it lives in the address. */
export interface BoardState {
  readonly q: string
  readonly facets: Readonly<Record<FacetName, readonly string[]>>
  readonly sort: Sort
  readonly page: number
}

export function readState(query: LocationQuery): BoardState {
  const all = (name: string) => [
    ...new Set([query[name] ?? []].flat().filter((value): value is string => !!value)),
  ]
  const q = all('q')[0] ?? ''
  return {
    q,
    facets: Object.fromEntries(FACETS.map((name) => [name, all(name)])) as Record<
      FacetName,
      string[]
    >,
    // Without words there is nothing to be relevant to: the latest first.
    sort: SORTS.find((sort) => sort === all('sort')[0]) ?? (q ? 'relevance' : 'updated'),
    page: Math.max(1, Math.trunc(Number(all('page')[0])) || 1),
  }
}

export function toParameters(state: BoardState): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {}
  if (state.q) parameters['q'] = state.q
  for (const name of FACETS) {
    if (state.facets[name].length > 0) parameters[name] = [...state.facets[name]]
  }
  if (state.sort !== (state.q ? 'relevance' : 'updated')) parameters['sort'] = state.sort
  if (state.page > 1) parameters['page'] = String(state.page)
  return parameters
}

export function toggled(state: BoardState, facet: FacetName, code: string): BoardState {
  const chosen = state.facets[facet]
  const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
  return { ...state, page: 1, facets: { ...state.facets, [facet]: next } }
}

export function widened(state: BoardState): BoardState {
  return { ...readState({}), q: state.q, sort: state.sort }
}

export function filtersOf(state: BoardState): { facet: FacetName; code: string }[] {
  return FACETS.flatMap((facet) => state.facets[facet].map((code) => ({ facet, code })))
}
