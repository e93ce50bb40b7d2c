import type { NamedOrganisation } from '@/shared/organisation/search'
import type { NamedPerson } from '@/shared/people'
import type { Manuscript, SaveArticle } from './api'

export const KINDS = ['news', 'case', 'supply', 'demand'] as const
export const FORMS = ['person', 'story', 'forum'] as const

/** An article as its form holds it; plain JSON, so that it outlives a reload. */
export interface Draft {
  /** That was read: kept with what is typed, so that a later change of somebody else is noticed. None before it is saved. */
  version: number | null
  kind: string
  form: string
  source: NamedOrganisation | null
  title: { zh: string; en: string }
  text: { zh: string; en: string }
  industries: string[]
  countries: string[]
  people: NamedPerson[]
  organisations: NamedOrganisation[]
}

export const EMPTY: Draft = {
  version: null,
  kind: 'news',
  form: '',
  source: null,
  title: { zh: '', en: '' },
  text: { zh: '', en: '' },
  industries: [],
  countries: [],
  people: [],
  organisations: [],
}

export function draftOf(manuscript: Manuscript): Draft {
  const { title, text } = manuscript
  return {
    version: manuscript.version,
    kind: manuscript.kind,
    form: manuscript.form ?? '',
    source: manuscript.source ?? null,
    title: { zh: title.zh ?? '', en: title.en ?? '' },
    text: { zh: text.zh ?? '', en: text.en ?? '' },
    industries: [...manuscript.industries],
    countries: [...manuscript.countries],
    people: manuscript.people.map(({ id, names }) => ({
      id,
      name: names.zh || names.latin || names.nativeScript || `#${id}`,
    })),
    organisations: [...manuscript.organisations],
  }
}

/** As the server takes it. An editor that is empty holds an empty paragraph. */
export function toSave(draft: Draft): SaveArticle {
  const written = (html: string) => (isEmpty(html) ? null : html)
  const line = (title: string) => (title.trim() === '' ? null : title)
  return {
    kind: draft.kind,
    form: draft.form === '' ? null : draft.form,
    organisationId: draft.source?.id ?? null,
    title: { zh: line(draft.title.zh), en: line(draft.title.en) },
    text: { zh: written(draft.text.zh), en: written(draft.text.en) },
    industries: draft.industries,
    countries: draft.countries,
    people: draft.people.map(({ id }) => id),
    organisations: draft.organisations.map(({ id }) => id),
  }
}

export function isEmpty(html: string): boolean {
  const body = new DOMParser().parseFromString(html, 'text/html').body
  return (body.textContent ?? '').trim() === '' && body.querySelector('img') === null
}

/** The text without its marks, for comparing versions. */
export function plain(html: string): string {
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim()
}
