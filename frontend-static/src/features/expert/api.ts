import { send, upload, type Schema } from '@/shared/api'
import type { DemandCard } from '@/shared/demand'
import type { CriterionContribution, Gain, Reason } from '@/shared/fit'
import type { ExpertCard, ListPage } from '@/shared/people'

/** The groups of fields that have a source, a date and a visibility of their own. */
export const GROUPS = [
  'basics',
  'expertise',
  'languages',
  'countries',
  'evidence',
  'background',
  'offers',
  'contact',
] as const
export type Group = (typeof GROUPS)[number]

export const VISIBILITIES = ['public', 'registered', 'matched', 'private'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export type GroupState = Schema<'GroupState'>
export type Affiliation = Schema<'Affiliation'>
export type Degree = Schema<'Degree'>
export type Evidence = Schema<'Evidence'>
/** What the administration recorded of a person's cooperation. */
export type RecordedView = Schema<'RecordedView'>
export type Availability = Schema<'Availability'>
export type Contact = Schema<'Contact'>
export type Title = Schema<'Title'>
export type Missing = Schema<'Missing'>

interface Grouped {
  groups: Partial<Record<Group, GroupState>>
}

/** A profile as the reader may see it; its present affiliation stands first. */
export type ExpertView = Omit<Schema<'ExpertView'>, keyof Grouped> & Grouped

/** With every member said: an empty word is null, an empty list is empty. */
type Whole<T> = {
  [K in keyof T]-?: NonNullable<T[K]> extends string ? NonNullable<T[K]> | null : NonNullable<T[K]>
}

/** A whole profile as it is to be saved; what was left out would be emptied. */
export type SaveExpert = Whole<Schema<'SaveExpert'>>

export type DuplicateReason = Schema<'Reason'>
export type Certainty = Schema<'DuplicateView'>['certainty']
/** Another profile that may be of the same person. */
export type Duplicate = Schema<'DuplicateView'>
export type DuplicatePair = Schema<'Pair'>

interface Fitting {
  card: DemandCard
  contributions: readonly CriterionContribution[]
}

/** A need that fits somebody. */
export type FittingDemand = Omit<Schema<'FittingDemand'>, keyof Fitting> & Fitting
/** Where somebody stands with a need that fits. */
export type Place = Omit<Schema<'Place'>, 'improvements'> & { improvements: readonly Gain[] }
/** A need of which somebody misses a must or two. */
export type NearDemand = Omit<Schema<'NearDemand'>, keyof Fitting | 'missing'> &
  Fitting & { missing: readonly Reason[] }

const at = (id: number | string, rest = '') => `/api/experts/${encodeURIComponent(id)}${rest}`

/** The weak mark that a cache may add says nothing about the version. */
export const tagOf = (version: number) => `"${version}"`

export async function readExpert(id: number | string, signal?: AbortSignal): Promise<ExpertView> {
  return (await send<ExpertView>('GET', at(id), signal ? { signal } : {})).data
}

export async function readFitting(
  id: number,
  signal: AbortSignal,
): Promise<readonly FittingDemand[]> {
  return (await send<{ items: FittingDemand[] }>('GET', at(id, '/fitting-demands'), { signal }))
    .data.items
}

export async function readProspects(
  id: number,
  signal: AbortSignal,
): Promise<{ places: readonly Place[]; near: readonly NearDemand[] }> {
  return (
    await send<{ places: Place[]; near: NearDemand[] }>('GET', at(id, '/prospects'), { signal })
  ).data
}

/** How often somebody appeared in rankings of late. */
export async function readExposure(
  id: number,
  signal: AbortSignal,
): Promise<Schema<'OwnExposure'>> {
  return (await send<Schema<'OwnExposure'>>('GET', at(id, '/exposure'), { signal })).data
}

export async function readMine(signal: AbortSignal): Promise<ExpertView> {
  return (await send<ExpertView>('GET', '/api/experts/mine', { signal })).data
}

export async function createExpert(
  body: Partial<SaveExpert>,
  forMyself: boolean,
  signal: AbortSignal,
): Promise<ExpertView> {
  const query = { forMyself }
  return (await send<ExpertView>('POST', '/api/experts', { body, query, signal })).data
}

export async function saveExpert(
  id: number,
  version: number,
  body: SaveExpert,
  signal?: AbortSignal,
): Promise<ExpertView> {
  const options = { body, etag: tagOf(version), ...(signal ? { signal } : {}) }
  return (await send<ExpertView>('PUT', at(id), options)).data
}

async function act(id: number, what: string, options: object = {}): Promise<ExpertView> {
  return (await send<ExpertView>('POST', at(id, `/${what}`), options)).data
}

export const publish = (id: number) => act(id, 'publish')
export const withdraw = (id: number) => act(id, 'withdraw')
export const requestVerification = (id: number) => act(id, 'verification-request')
export const confirmGroups = (id: number, groups: readonly Group[]) =>
  act(id, 'confirmations', { body: { groups } })

/** The version that the officer has read: a profile that changed meanwhile is not judged unseen. */
export const judge = (
  id: number,
  version: number,
  decision: 'verified' | 'refused',
  remark: string,
) => act(id, 'verification', { body: { decision, remark }, etag: tagOf(version) })

/** Keeps something recorded off a profile, or shows it again. */
export async function hideRecorded(id: number, work: number, hidden: boolean): Promise<ExpertView> {
  const path = at(id, `/recorded/${work}/hidden`)
  return (await send<ExpertView>(hidden ? 'PUT' : 'DELETE', path)).data
}

export const merge = (id: number, otherId: number) => act(id, 'merge', { body: { otherId } })

export async function tellApart(id: number, otherId: number): Promise<void> {
  await send('DELETE', at(id, `/duplicates/${otherId}`))
}

export async function checkDuplicates(
  body: Partial<SaveExpert>,
  signal: AbortSignal,
): Promise<readonly Duplicate[]> {
  const options = { body, signal }
  return (await send<readonly Duplicate[]>('POST', '/api/experts/duplicate-check', options)).data
}

export async function duplicatesOf(id: number, signal: AbortSignal): Promise<readonly Duplicate[]> {
  return (await send<readonly Duplicate[]>('GET', at(id, '/duplicates'), { signal })).data
}

export async function verificationQueue(
  page: number,
  signal: AbortSignal,
): Promise<ListPage<ExpertCard>> {
  const options = { query: { page }, signal }
  return (await send<ListPage<ExpertCard>>('GET', '/api/experts/verification-queue', options)).data
}

export async function duplicateQueue(
  page: number,
  signal: AbortSignal,
): Promise<ListPage<DuplicatePair>> {
  const options = { query: { page }, signal }
  return (await send<ListPage<DuplicatePair>>('GET', '/api/experts/duplicates', options)).data
}

/** What an ORCID record brought into one's own profile. */
export interface OrcidResult {
  readonly expert: ExpertView
  /** What is new, in a few words each. */
  readonly items: Partial<Record<Group, readonly string[]>>
}

export function importOrcid(id: number, file: File, signal: AbortSignal): Promise<OrcidResult> {
  const form = new FormData()
  form.append('file', file)
  return upload<OrcidResult>(at(id, '/imports/orcid'), form, signal)
}
