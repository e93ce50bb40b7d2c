import { send } from '@/shared/api'
import type { Exclusion } from '@/shared/demand'
import type { CriterionContribution } from '@/shared/fit'
import type { ExpertCard, ListPage } from '@/shared/people'
import type { Weights } from './weights'

export interface MatchItem {
  readonly rank: number
  /** 0–100 */
  readonly score: number
  readonly card: ExpertCard
  readonly contributions: readonly CriterionContribution[]
  readonly shortlisted: boolean
}

export interface MatchPage extends ListPage<MatchItem> {
  /** People who had anything to do with the need, before any must. */
  readonly considered: number
  readonly weights: Weights
  readonly exclusions: readonly Exclusion[]
  readonly indexedAt: string
}

export interface ShortlistItem {
  readonly expertId: number
  /** None if the person is not published any more. */
  readonly card?: ExpertCard | null
  readonly note: string
  readonly addedBy?: string | null
  readonly addedAt: string
  readonly rank?: number | null
  readonly score?: number | null
  readonly contributions: readonly CriterionContribution[]
}

export async function findMatches(
  demand: number,
  weights: Weights | null,
  page: number,
  size: number,
  signal: AbortSignal,
): Promise<MatchPage> {
  const body = { ...(weights ? { weights } : {}), page, size }
  return (await send<MatchPage>('POST', `/api/demands/${demand}/matches`, { body, signal })).data
}

export async function readShortlist(
  demand: number,
  signal: AbortSignal,
): Promise<readonly ShortlistItem[]> {
  const { data } = await send<{ items: ShortlistItem[] }>(
    'GET',
    `/api/demands/${demand}/shortlist`,
    { signal },
  )
  return data.items
}

export async function remember(demand: number, expert: number, note: string): Promise<void> {
  await send('PUT', `/api/demands/${demand}/shortlist/${expert}`, { body: { note } })
}

export async function forget(demand: number, expert: number): Promise<void> {
  await send('DELETE', `/api/demands/${demand}/shortlist/${expert}`)
}

export function matchesFile(demand: number, weights: Weights | null): string {
  const query = new URLSearchParams(
    weights ? Object.entries(weights).map(([name, value]) => [name, String(value)]) : [],
  ).toString()
  return `/api/demands/${demand}/matches.xlsx${query ? `?${query}` : ''}`
}

export function shortlistFile(demand: number): string {
  return `/api/demands/${demand}/shortlist.xlsx`
}
