import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** What can be narrowed down by, in the order in which it is shown. */
export const FACETS = [
  'domain',
  'industry',
  'country',
  'language',
  'city',
  'residence',
  'competence',
  'offer',
] as const
export type FacetName = (typeof FACETS)[number]

/** Facets that are only on or off. */
export const SWITCHES = ['verified', 'available'] as const
export type SwitchName = (typeof SWITCHES)[number]

export const SORTS = ['relevance', 'name', 'updated'] as const
export type Sort = (typeof SORTS)[number]

/** Everything that decides what the directory shows. It lives in the address, so links can be sent. */
export interface DirectoryState {
  readonly q: string
  readonly advanced: boolean
  readonly facets: Readonly<Record<FacetName, readonly string[]>>
  readonly switches: Readonly<Record<SwitchName, boolean>>
  readonly sort: Sort
  readonly page: number
}

export function readState(query: LocationQuery): DirectoryState {
  const all = (name: string) =>
    [query[name] ?? []].flat().filter((value): value is string => !!value)
  const first = (name: string) => all(name)[0] ?? ''
  return {
    q: first('q'),
    advanced: first('mode') === 'advanced',
    facets: record(FACETS, (name) => [...new Set(all(name))]),
    switches: record(SWITCHES, (name) => first(name) === 'true'),
    sort: SORTS.find((sort) => sort === first('sort')) ?? 'relevance',
    page: Math.max(1, Math.trunc(Number(first('page'))) || 1),
  }
}

/** Only what differs from the plain directory, so that addresses stay short. */
export function toParameters(state: DirectoryState): Record<string, string | string[]> {
  const parameters: Record<string, string | string[]> = {}
  if (state.q) parameters['q'] = state.q
  if (state.advanced) parameters['mode'] = 'advanced'
  for (const name of FACETS) {
    if (state.facets[name].length > 0) parameters[name] = [...state.facets[name]]
  }
  for (const name of SWITCHES) {
    if (state.switches[name]) parameters[name] = 'true'
  }
  if (state.sort !== 'relevance') parameters['sort'] = state.sort
  if (state.page > 1) parameters['page'] = String(state.page)
  return parameters
}

export function toLocation(state: DirectoryState): LocationQueryRaw {
  return toParameters(state)
}

/** Another page of the same question; any other change starts on the first page again. */
export function changed(state: DirectoryState, change: Partial<DirectoryState>): DirectoryState {
  return { ...state, page: 1, ...change }
}

export function toggled(state: DirectoryState, facet: FacetName, code: string): DirectoryState {
  const chosen = state.facets[facet]
  const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
  return changed(state, { facets: { ...state.facets, [facet]: next } })
}

export function switched(state: DirectoryState, name: SwitchName): DirectoryState {
  return changed(state, { switches: { ...state.switches, [name]: !state.switches[name] } })
}

/** The same question without any narrowing. */
export function widened(state: DirectoryState): DirectoryState {
  return changed(state, {
    facets: record(FACETS, () => []),
    switches: record(SWITCHES, () => false),
  })
}

export function countOfFilters(state: DirectoryState): number {
  return (
    FACETS.reduce((sum, name) => sum + state.facets[name].length, 0) +
    SWITCHES.filter((name) => state.switches[name]).length
  )
}

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>
}
