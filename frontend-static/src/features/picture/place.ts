import { send, type Schema } from '@/shared/api'
import type { DemandCard } from '@/shared/demand'
import type { FacetValue } from '@/shared/directory'

export type Cooperation = Schema<'CooperationView'>

/** What a country or a city has of each, as far as the reader may see. */
export interface Place {
  readonly people: number
  /** Languages of these people, the most first. */
  readonly languages: readonly FacetValue[]
  readonly fields: readonly FacetValue[]
  readonly needs: number
  readonly latestNeeds: readonly DemandCard[]
  readonly projects: number
  readonly latestProjects: readonly Cooperation[]
  readonly bases: readonly Cooperation[]
  readonly baseCount: number
}

interface Listed<T> {
  readonly total: number
  readonly items: readonly T[]
  readonly facets?: Readonly<Record<string, readonly FacetValue[] | undefined>>
}

const FEW = 5

export async function readPlace(
  kind: 'country' | 'city',
  code: string,
  signal: AbortSignal,
): Promise<Place> {
  const of = async <T>(path: string, query: Record<string, string | number>) =>
    (await send<Listed<T>>('GET', path, { query: { [kind]: code, ...query }, signal })).data
  const [people, needs, projects, bases] = await Promise.all([
    of<unknown>('/api/directory/experts', { size: 1 }),
    of<{ card: DemandCard }>('/api/directory/demands', { size: FEW }),
    of<Cooperation>('/api/cooperation', { kind: 'project', size: FEW }),
    of<Cooperation>('/api/cooperation', { kind: 'base', size: 20 }),
  ])
  return {
    people: people.total,
    languages: (people.facets?.['language'] ?? []).slice(0, 8),
    fields: leaves(people.facets?.['domain'] ?? []).slice(0, 8),
    needs: needs.total,
    latestNeeds: needs.items.map(({ card }) => card),
    projects: projects.total,
    latestProjects: projects.items,
    bases: bases.items,
    baseCount: bases.total,
  }
}

/** The narrowest fields of a tree, the most first: the wide ones say little. */
export function leaves(values: readonly FacetValue[]): FacetValue[] {
  const found = new Map<string, FacetValue>()
  const walk = (value: FacetValue): void => {
    const children = value.children ?? []
    if (children.length === 0) found.set(value.code, value)
    else children.forEach(walk)
  }
  values.forEach(walk)
  return [...found.values()].sort((a, b) => b.count - a.count)
}
