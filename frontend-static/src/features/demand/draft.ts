import type { Schema } from '@/shared/api'
import type {
  AskedCompetence,
  AskedCountry,
  AskedDomain,
  AskedLanguage,
  Confidentiality,
  DemandView,
} from '@/shared/demand'
import type { Bilingual } from '@/shared/i18n'

/** A need as its form holds it; plain JSON, so that it outlives a reload. */
export interface Draft {
  /** Known once it was saved for the first time. */
  id: number | null
  etag: string | null
  kind: string
  title: string
  description: string
  /** Empty until the writing shows it or the writer says it. */
  language: '' | 'zh' | 'en'
  organisation: { id: number; name: Bilingual } | null
  city: string
  industries: string[]
  domains: AskedDomain[]
  countries: AskedCountry[]
  languages: AskedLanguage[]
  competences: AskedCompetence[]
  budget: { min: number | null; max: number | null }
  deadline: string
  confidentiality: '' | Confidentiality
}

type SaveDemand = Schema<'SaveDemand'>

export const STEPS = ['kind', 'about', 'people', 'conditions', 'check'] as const
export type Step = (typeof STEPS)[number]

export function emptyDraft(): Draft {
  return {
    id: null,
    etag: null,
    kind: '',
    title: '',
    description: '',
    language: '',
    organisation: null,
    city: '',
    industries: [],
    domains: [],
    countries: [],
    languages: [],
    competences: [],
    budget: { min: null, max: null },
    deadline: '',
    confidentiality: '',
  }
}

/** A new need, begun from what a figure of the picture is about; codes that are none are told when it is saved. */
export function draftFrom(query: Readonly<Record<string, unknown>>): Draft {
  const code = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && /^[\w-]{1,40}$/.test(value) ? value : ''
  }
  const draft = emptyDraft()
  const wish = { must: false, weight: 3 }
  if (code('industry')) draft.industries = [code('industry')]
  draft.city = code('city')
  if (code('country')) draft.countries = [{ code: code('country'), ...wish }]
  if (code('language')) draft.languages = [{ code: code('language'), level: 'B2', ...wish }]
  if (code('industry') || code('city')) draft.kind = 'recruitment'
  return draft
}

export function draftOf(demand: DemandView, etag: string | null): Draft {
  return {
    id: demand.id,
    etag,
    kind: demand.kind,
    title: demand.title ?? '',
    description: demand.description ?? '',
    language: demand.language === 'zh' || demand.language === 'en' ? demand.language : '',
    organisation: demand.organisation ?? null,
    city: demand.city ?? '',
    industries: [...demand.industries],
    domains: demand.domains.map((asked) => ({ ...asked })),
    countries: demand.countries.map((asked) => ({ ...asked })),
    languages: demand.languages.map((asked) => ({ ...asked })),
    competences: demand.competences.map((asked) => ({ ...asked })),
    budget: { min: demand.budget?.min ?? null, max: demand.budget?.max ?? null },
    deadline: demand.deadline ?? '',
    confidentiality: demand.confidentiality ?? '',
  }
}

/** @param officer names the organisation; a firm's is known */
export function toSave(draft: Draft, officer: boolean): SaveDemand {
  const { min, max } = draft.budget
  return {
    kind: draft.kind || null,
    title: draft.title.trim() || null,
    description: draft.description.trim() || null,
    language: draft.language || writtenIn(`${draft.title}${draft.description}`) || null,
    ...(officer ? { organisationId: draft.organisation?.id ?? null } : {}),
    city: draft.city || null,
    industries: [...draft.industries],
    domains: draft.domains.map(({ code, text, must, weight }) => ({
      code: code ?? null,
      text: code ? null : (text ?? null),
      must,
      weight,
    })),
    countries: draft.countries.map(({ code, region, kind, must, weight }) => ({
      code: code ?? null,
      region: code ? null : (region ?? null),
      kind: kind || null,
      must,
      weight,
    })),
    languages: draft.languages.map(({ code, level, must, weight }) => ({
      code,
      level,
      must,
      weight,
    })),
    competences: draft.competences.map(({ code, must, weight }) => ({ code, must, weight })),
    budget: min === null && max === null ? null : { min, max },
    deadline: draft.deadline || null,
    confidentiality: draft.confidentiality || null,
  }
}

/** Which language a text is in, as far as its letters tell. */
export function writtenIn(text: string): '' | 'zh' | 'en' {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0
  if (chinese + latin === 0) return ''
  // A Chinese word has about two characters; technical Chinese is full of Latin names.
  return chinese / 2 >= latin / 2 ? 'zh' : 'en'
}

export type Hint =
  'titleShort' | 'titleLong' | 'descriptionShort' | 'figures' | 'contact' | 'paragraphs'

const TITLE = { zh: [8, 40], en: [20, 110] } as const
const DESCRIPTION = { zh: 80, en: 250 } as const
const LONG = { zh: 400, en: 1200 } as const

/** What would make a need easier to answer, told while it is being written; never a refusal. */
export function hints(draft: Pick<Draft, 'title' | 'description' | 'language'>): Hint[] {
  const title = draft.title.trim()
  const description = draft.description.trim()
  const language = draft.language || writtenIn(title + description) || 'zh'
  const [least, most] = TITLE[language]
  const found: Hint[] = []
  if (title !== '' && title.length < least) found.push('titleShort')
  if (title.length > most) found.push('titleLong')
  if (description !== '') {
    if (description.length < DESCRIPTION[language]) found.push('descriptionShort')
    else if (!/\d/.test(description)) found.push('figures')
    if (description.length > LONG[language] && !description.includes('\n')) found.push('paragraphs')
  }
  if (hasContact(`${title}\n${description}`)) found.push('contact')
  return found
}

/** Mail addresses and telephone numbers: a published text is no place for them. */
function hasContact(text: string): boolean {
  return (
    /[\w.+-]+@[\w-]+\.[\w.]+/.test(text) ||
    /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) ||
    /(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)/.test(text)
  )
}

/** What is still missing before officials can look at it, by the step that asks for it. */
export function missing(draft: Draft): { step: Step; field: keyof Draft }[] {
  const found: { step: Step; field: keyof Draft }[] = []
  if (!draft.kind) found.push({ step: 'kind', field: 'kind' })
  if (!draft.title.trim()) found.push({ step: 'about', field: 'title' })
  if (draft.description.trim().length < 20) found.push({ step: 'about', field: 'description' })
  if (draft.domains.length === 0) found.push({ step: 'about', field: 'domains' })
  if (!draft.confidentiality) found.push({ step: 'conditions', field: 'confidentiality' })
  return found
}

/** The step on which a place of the request is filled in. */
export function stepOf(pointer: string): Step {
  switch (pointer.split('/')[1]) {
    case 'kind':
    case 'organisationId':
      return 'kind'
    case 'languages':
    case 'countries':
    case 'competences':
      return 'people'
    case 'budget':
    case 'deadline':
    case 'confidentiality':
      return 'conditions'
    default:
      return 'about'
  }
}

export const COMPARED = [
  'kind',
  'title',
  'description',
  'city',
  'industries',
  'domains',
  'languages',
  'countries',
  'competences',
  'budget',
  'deadline',
  'confidentiality',
] as const satisfies readonly (keyof Draft)[]

/** Where two versions say different things. */
export function differences(one: Draft, other: Draft): (typeof COMPARED)[number][] {
  const mine = toSave(one, false)
  const theirs = toSave(other, false)
  return COMPARED.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
}
