import { send, upload } from '@/shared/api'
import type { Bilingual } from '@/shared/i18n'
import type {
  CountryExperience,
  ExpertCard,
  LanguageSkill,
  ListPage,
  PersonNames,
} from '@/shared/people'
import type { ConceptRef } from '@/shared/vocabulary'

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

export interface GroupState {
  readonly source: string
  readonly confirmedOn?: string | null
  readonly visibility: Visibility
}

export interface Affiliation {
  readonly organisationId?: number | null
  readonly name: Bilingual
  readonly country?: string | null
  readonly from?: number | null
  readonly to?: number | null
  readonly role?: string | null
}

export interface Degree {
  readonly level?: string | null
  readonly field?: string | null
  readonly institution?: string | null
  readonly country?: string | null
  readonly year?: number | null
}

export interface Evidence {
  readonly id?: number | null
  readonly kind: string
  readonly title: string
  readonly abstract?: string | null
  readonly year?: number | null
  readonly with?: readonly string[]
  readonly language?: string | null
  readonly doi?: string | null
  readonly openalex?: string | null
}

export interface Availability {
  readonly status?: string | null
  readonly from?: string | null
  readonly note?: string | null
}

export interface Contact {
  readonly email?: string | null
  readonly phone?: string | null
  readonly other?: string | null
}

export interface Title {
  readonly level?: string | null
  readonly zh?: string | null
  readonly en?: string | null
}

export interface Missing {
  readonly group: Group
  readonly code: string
}

/** A profile as the reader may see it. */
export interface ExpertView {
  readonly id: number
  readonly version: number
  readonly sample: boolean
  readonly own: boolean
  readonly editable: boolean
  readonly state: 'draft' | 'published' | 'withdrawn' | 'gone'
  readonly verification: {
    readonly status: 'unverified' | 'requested' | 'verified' | 'outdated'
    readonly on?: string | null
    readonly remark?: string | null
  }
  readonly names: PersonNames
  readonly title: Title
  readonly summary: Bilingual
  /** The present one first. */
  readonly affiliations: readonly Affiliation[]
  readonly degrees: readonly Degree[]
  readonly residence?: string | null
  readonly nationality?: string | null
  readonly domains: readonly ConceptRef[]
  readonly freeDomains: readonly string[]
  readonly industries: readonly string[]
  readonly languages: readonly LanguageSkill[]
  readonly countries: readonly CountryExperience[]
  readonly competences: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly offers: readonly string[]
  readonly availability?: Availability | null
  readonly preferredLanguage?: string | null
  readonly timeZone?: string | null
  readonly contact?: Contact | null
  readonly identifiers?: {
    readonly orcid?: string | null
    readonly openalex?: string | null
  } | null
  readonly groups: Partial<Record<Group, GroupState>>
  readonly hiddenGroups: readonly Group[]
  /** Only for those in charge of the profile. */
  readonly completeness?: {
    readonly percent: number
    readonly missing: readonly Missing[]
  } | null
  readonly publishedAt?: string | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** A whole profile as it is to be saved; what is left out is emptied. */
export interface SaveExpert {
  readonly names: PersonNames
  readonly title: Title
  readonly summary: Bilingual
  readonly affiliations: readonly Affiliation[]
  readonly degrees: readonly Degree[]
  readonly residence: string | null
  readonly nationality: string | null
  readonly domains: readonly string[]
  readonly freeDomains: readonly string[]
  readonly industries: readonly string[]
  readonly languages: readonly LanguageSkill[]
  readonly countries: readonly CountryExperience[]
  readonly competences: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly offers: readonly string[]
  readonly availability: Availability
  readonly preferredLanguage: string | null
  readonly timeZone: string | null
  readonly contact: Contact
  readonly identifiers: { readonly orcid: string | null; readonly openalex: string | null }
  readonly groups: Partial<Record<Group, { readonly visibility: Visibility }>>
}

export interface DuplicateReason {
  readonly code: string
  readonly detail: string
}

export type Certainty = 'certain' | 'likely' | 'weak'

/** Another profile that may be of the same person. */
export interface Duplicate {
  readonly expertId: number
  readonly certainty: Certainty
  readonly card?: ExpertCard | null
  readonly reasons: readonly DuplicateReason[]
}

export interface DuplicatePair {
  readonly one: ExpertCard
  readonly other: ExpertCard
  readonly certainty: Certainty
  readonly reasons: readonly DuplicateReason[]
}

const at = (id: number | string, rest = '') => `/api/experts/${encodeURIComponent(id)}${rest}`

/** The weak mark that a cache may add says nothing about the version. */
export const tagOf = (version: number) => `"${version}"`

export async function readExpert(id: number | string, signal?: AbortSignal): Promise<ExpertView> {
  return (await send<ExpertView>('GET', at(id), signal ? { signal } : {})).data
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
