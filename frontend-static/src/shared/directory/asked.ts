import type { LocationQuery } from 'vue-router'

/** A question to a list that has its words, its conditions and its page in the address. */
export interface Asked<F extends string, S extends string> {
  readonly q: string
  readonly facets: Readonly<Record<F, readonly string[]>>
  readonly sort: S
  readonly page: number
}

/**
 * How a list keeps what is asked in the address, so that a link shows the same again.
 *
 * `sorts` names the order of what is found by words first, then the one of what is not searched for: without
 * words there is nothing to be relevant to.
 */
export function askedBy<F extends string, S extends string>(
  facets: readonly F[],
  sorts: readonly [S, S, ...S[]],
) {
  type State = Asked<F, S>

  const usual = (q: string): S => (q ? sorts[0] : sorts[1])

  function readState(query: LocationQuery): State {
    const all = (name: string) => [
      ...new Set([query[name] ?? []].flat().filter((value): value is string => !!value)),
    ]
    const q = all('q')[0] ?? ''
    return {
      q,
      facets: Object.fromEntries(facets.map((name) => [name, all(name)])) as unknown as Record<
        F,
        string[]
      >,
      sort: sorts.find((sort) => sort === all('sort')[0]) ?? usual(q),
      page: Math.max(1, Math.trunc(Number(all('page')[0])) || 1),
    }
  }

  function toParameters(state: State): Record<string, string | string[]> {
    const parameters: Record<string, string | string[]> = {}
    if (state.q) parameters['q'] = state.q
    for (const name of facets) {
      if (state.facets[name].length > 0) parameters[name] = [...state.facets[name]]
    }
    if (state.sort !== usual(state.q)) parameters['sort'] = state.sort
    if (state.page > 1) parameters['page'] = String(state.page)
    return parameters
  }

  function toggled(state: State, facet: F, code: string): State {
    const chosen = state.facets[facet]
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]
    return { ...state, page: 1, facets: { ...state.facets, [facet]: next } }
  }

  const widened = (state: State): State => ({ ...readState({}), q: state.q, sort: state.sort })

  const filtersOf = (state: State): { facet: F; code: string }[] =>
    facets.flatMap((facet) => state.facets[facet].map((code) => ({ facet, code })))

  return { readState, toParameters, toggled, widened, filtersOf }
}
