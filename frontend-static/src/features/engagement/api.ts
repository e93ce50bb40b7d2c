import { send, type Schema } from '@/shared/api'
import type { Contact, Engagement, EngagementState } from '@/shared/engagement'
import type { DemandCard } from '@/shared/demand'

/** By which address somebody reaches an engagement: with an account, or by the link of a letter. */
export type Door = string

export const doorOf = (id: number): Door => `/api/engagements/${id}`
export const letterDoor = (token: string): Door =>
  `/api/engagements/letters/${encodeURIComponent(token)}`

export const readEngagement = async (door: Door, signal?: AbortSignal): Promise<Engagement> =>
  (await send<Engagement>('GET', door, signal ? { signal } : {})).data

async function step(door: Door, what: string, body: object, version?: number): Promise<Engagement> {
  return (
    await send<Engagement>('POST', `${door}/${what}`, {
      body,
      ...(version === undefined ? {} : { etag: `"${version}"` }),
    })
  ).data
}

export const agree = (door: Door, version: number, contact: Contact) =>
  step(door, 'agree', { contact }, version)

export const decline = (door: Door, version: number, reason: string, note: string | null) =>
  step(door, 'decline', { reason, note }, version)

export const withdraw = (door: Door, version: number, note: string | null) =>
  step(door, 'withdraw', { note }, version)

export const say = (door: Door, words: string) => step(door, 'words', { words })

export const disclose = (door: Door, version: number, full: boolean) =>
  step(door, 'disclosure', { full }, version)

export interface StageToRecord {
  readonly state: EngagementState
  readonly on: string | null
  readonly reason: string | null
  readonly note: string | null
}

export const record = (door: Door, version: number, stage: StageToRecord) =>
  step(door, 'stages', stage, version)

export interface Marks {
  readonly communication: number
  readonly reliability: number
  readonly result: number
  readonly words: string | null
}

export const giveFeedback = (door: Door, marks: Marks) => step(door, 'feedback', marks)

export type TriageLine = Omit<Schema<'TriageLine'>, 'need'> & { need: DemandCard }
export type TriagePage = Omit<Schema<'TriagePage'>, 'items'> & { items: TriageLine[] }

export const PAGE = 20

export const readTriage = async (page: number, signal: AbortSignal): Promise<TriagePage> =>
  (
    await send<TriagePage>('GET', '/api/engagements/triage', {
      query: { page, size: PAGE },
      signal,
    })
  ).data

export type CityFigures = Schema<'CityFigures'>
export type FiguresPage = Schema<'CityFiguresPage'>

export const readFigures = async (days: number, signal: AbortSignal): Promise<FiguresPage> =>
  (await send<FiguresPage>('GET', '/api/engagements/figures', { query: { days }, signal })).data

export type OutcomeLine = Omit<Schema<'OutcomeLine'>, 'need'> & { need?: DemandCard | null }
export type OutcomePage = Omit<Schema<'OutcomePage'>, 'items'> & { items: OutcomeLine[] }

export const readOutcomes = async (
  query: { industry: string; city: string; country: string; page: number },
  signal: AbortSignal,
): Promise<OutcomePage> =>
  (
    await send<OutcomePage>('GET', '/api/engagements/outcomes', {
      query: { ...query, size: PAGE },
      signal,
    })
  ).data

/** Why somebody says no, by their side; `failure` is when nothing came of a contact. */
export const REASONS = {
  person: ['too-busy', 'not-my-field', 'conditions', 'conflict-of-interest', 'location', 'other'],
  owner: [
    'not-fitting',
    'found-another',
    'plans-changed',
    'conditions',
    'conflict-of-interest',
    'other',
  ],
  failure: [
    'conditions',
    'funding',
    'time',
    'technical',
    'location',
    'no-answer',
    'found-another',
    'plans-changed',
    'conflict-of-interest',
    'other',
  ],
} as const

/** The way that a contact goes. */
export const WAY = ['in-contact', 'agreed', 'contract', 'done'] as const

/** What can be recorded from a state: the rest of the way, a failure, and, as a correction, what lay before. */
export function stagesFrom(state: EngagementState): {
  next: EngagementState[]
  back: EngagementState[]
} {
  if (state === 'failed') return { next: [], back: [...WAY] }
  if (state === 'done') return { next: [], back: ['in-contact', 'agreed', 'contract', 'failed'] }
  const at = WAY.findIndex((one) => one === state)
  if (at < 0) return { next: [], back: [] }
  return { next: [...WAY.slice(at + 1), 'failed'], back: WAY.slice(0, at) }
}
