import { send, type Schema } from '@/shared/api'
import type { CriterionContribution, Gain } from '@/shared/fit'
import type { Turns } from './rotation'
import type { Weights } from './weights'

interface Scored {
  contributions: readonly CriterionContribution[]
}

export type MatchItem = Omit<Schema<'MatchItem'>, keyof Scored | 'improvements'> &
  Scored & { improvements: readonly Gain[] }
export type MatchPage = Omit<Schema<'MatchPage'>, 'items'> & { items: MatchItem[] }
/** Without a card if the person is not published any more. */
export type ShortlistItem = Omit<Schema<'ShortlistItem'>, keyof Scored> & Scored

export async function findMatches(
  demand: number,
  weights: Weights | null,
  rotation: Turns | null,
  page: number,
  size: number,
  signal: AbortSignal,
): Promise<MatchPage> {
  const body = { ...(weights ? { weights } : {}), ...(rotation ? { rotation } : {}), page, size }
  return (await send<MatchPage>('POST', `/api/demands/${demand}/matches`, { body, signal })).data
}

export type Outlook = Omit<Schema<'Outlook'>, 'nearest'> & {
  nearest: (Omit<Schema<'OutsiderView'>, keyof Scored> & Scored)[]
}

export async function readOutlook(demand: number, signal: AbortSignal): Promise<Outlook> {
  return (await send<Outlook>('GET', `/api/demands/${demand}/outlook`, { signal })).data
}

export type TeamMember = Omit<Schema<'MemberView'>, keyof Scored> & Scored
export type Team = Omit<Schema<'TeamView'>, 'members'> & { members: TeamMember[] }

export async function readTeam(
  demand: number,
  keep: readonly number[],
  without: readonly number[],
  signal: AbortSignal,
): Promise<Team> {
  const query = new URLSearchParams()
  if (keep.length > 0) query.set('keep', keep.join())
  if (without.length > 0) query.set('without', without.join())
  const path = `/api/demands/${demand}/team${query.size > 0 ? `?${query}` : ''}`
  return (await send<Team>('GET', path, { signal })).data
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

export function matchesFile(
  demand: number,
  weights: Weights | null,
  rotation: Turns | null,
): string {
  const query = new URLSearchParams(
    Object.entries({ ...weights, ...rotation }).map(([name, value]) => [name, String(value)]),
  ).toString()
  return `/api/demands/${demand}/matches.xlsx${query ? `?${query}` : ''}`
}

export function shortlistFile(demand: number): string {
  return `/api/demands/${demand}/shortlist.xlsx`
}
