import type { NamedOrganisation } from '@/shared/organisation/search'
import type { NamedPerson } from '@/shared/people'
import type { ConceptRef } from '@/shared/vocabulary'
import type { Cooperation, SaveCooperation } from './api'

export const KINDS = ['project', 'base', 'programme', 'event'] as const
/** The forms of each kind that has days and people. */
export const FORMS = {
  programme: ['training', 'team', 'talent'],
  event: ['visit', 'mission', 'conference', 'exchange'],
} as const
export type Occasional = keyof typeof FORMS
export type Form = (typeof FORMS)[Occasional][number]

export function occasional(kind: string): kind is Occasional {
  return kind in FORMS
}
export const LEVELS = ['national', 'provincial'] as const

/** A project or a base as its form holds it; plain JSON, so that it outlives a reload. */
export interface Draft {
  /** That was read: kept with what is typed, so that a later change of somebody else is noticed. None before it is saved. */
  version: number | null
  kind: string
  title: { zh: string; en: string }
  host: NamedOrganisation | null
  hostKind: string
  city: string
  industries: string[]
  domains: ConceptRef[]
  countries: string[]
  partners: NamedOrganisation[]
  people: NamedPerson[]
  fromYear: string
  toYear: string
  funding: string
  channel: string
  programme: string
  baseType: string
  baseLevel: string
  theme: string
  note: string
  reference: string
  form: string
  from: string
  to: string
  headcount: string
  byCountry: { country: string; people: string }[]
}

export const EMPTY: Draft = {
  version: null,
  kind: 'project',
  title: { zh: '', en: '' },
  host: null,
  hostKind: '',
  city: '',
  industries: [],
  domains: [],
  countries: [],
  partners: [],
  people: [],
  fromYear: '',
  toYear: '',
  funding: '',
  channel: '',
  programme: '',
  baseType: '',
  baseLevel: '',
  theme: '',
  note: '',
  reference: '',
  form: '',
  from: '',
  to: '',
  headcount: '',
  byCountry: [],
}

export function draftOf(one: Cooperation, version: number): Draft {
  const text = (number: number | null | undefined) =>
    number === null || number === undefined ? '' : `${number}`
  return {
    version,
    kind: one.kind,
    title: { zh: one.title.zh ?? '', en: one.title.en ?? '' },
    host: one.host ?? null,
    hostKind: one.hostKind ?? '',
    city: one.city ?? '',
    industries: [...one.industries],
    domains: one.domains.map(({ code, label }) => ({ code, label })),
    countries: [...one.countries],
    partners: [...one.partners],
    people: one.people.map(({ id, names }) => ({
      id,
      name: names.zh || names.latin || names.nativeScript || `#${id}`,
    })),
    fromYear: text(one.fromYear),
    toYear: text(one.toYear),
    funding: text(one.funding),
    channel: one.channel ?? '',
    programme: one.programme ?? '',
    baseType: one.baseType ?? '',
    baseLevel: one.baseLevel ?? '',
    theme: one.theme ?? '',
    note: one.note ?? '',
    reference: one.reference ?? '',
    form: one.occasion?.form ?? '',
    from: one.occasion?.from ?? '',
    to: one.occasion?.to ?? '',
    headcount: text(one.occasion?.people),
    byCountry: (one.occasion?.byCountry ?? []).map(({ country, people }) => ({
      country: country ?? '',
      people: text(people),
    })),
  }
}

const NUMBERS = ['fromYear', 'toYear', 'funding', 'headcount'] as const

function isNoNumber(text: string): boolean {
  return text.trim() !== '' && !/^\d{1,8}$/.test(text.trim())
}

/** Places whose text is no number, as the server would name them. */
export function noNumbers(draft: Draft): string[] {
  const wrong = NUMBERS.filter((name) => isNoNumber(draft[name])).map((name) =>
    name === 'headcount' ? 'occasion/people' : name,
  )
  const counts = draft.byCountry.flatMap(({ people }, place) =>
    isNoNumber(people) ? [`occasion/byCountry/${place}/people`] : [],
  )
  return [...wrong, ...counts]
}

/** As the server takes it. */
export function toSave(draft: Draft): SaveCooperation {
  const word = (text: string) => (text.trim() === '' ? null : text.trim())
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  return {
    kind: draft.kind,
    title: { zh: word(draft.title.zh), en: word(draft.title.en) },
    host: draft.host?.id ?? null,
    hostKind: word(draft.hostKind),
    city: word(draft.city),
    industries: draft.industries,
    domains: draft.domains.map(({ code }) => code),
    countries: draft.countries,
    partners: draft.partners.map(({ id }) => id),
    people: draft.people.map(({ id }) => id),
    fromYear: number(draft.fromYear),
    toYear: number(draft.toYear),
    funding: number(draft.funding),
    channel: word(draft.channel),
    programme: word(draft.programme),
    baseType: word(draft.baseType),
    baseLevel: word(draft.baseLevel),
    theme: word(draft.theme),
    note: word(draft.note),
    reference: word(draft.reference),
    occasion: occasional(draft.kind)
      ? {
          form: word(draft.form),
          from: word(draft.from),
          to: word(draft.to),
          people: number(draft.headcount),
          byCountry: draft.byCountry
            .filter(({ country, people }) => country !== '' || people.trim() !== '')
            .map(({ country, people }) => ({ country: word(country), people: number(people) })),
        }
      : null,
  }
}
