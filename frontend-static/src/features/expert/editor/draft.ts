import type { FieldError } from '@/shared/api'
import type { ConceptRef } from '@/shared/vocabulary'
import type { ProfileContent } from '../facts'
import { GROUPS, type ExpertView, type Group, type SaveExpert, type Visibility } from '../api'

/** Years are typed as text, so that a half-typed one is not lost. */
export interface DraftAffiliation {
  organisationId: number | null
  name: { zh: string; en: string }
  country: string
  from: string
  to: string
  role: string
}

export interface DraftDegree {
  level: string
  field: string
  institution: string
  country: string
  year: string
}

export interface DraftStay {
  code: string
  kind: string
  from: string
  to: string
  note: string
}

export interface DraftEvidence {
  id: number | null
  kind: string
  title: string
  abstract: string
  year: string
  /** Names separated by `;`. */
  with: string
  language: string
  doi: string
  openalex: string
}

/** A profile while it is being edited: every field is there, empty ones as empty text. */
export interface ProfileDraft {
  /** The version that the edits are based on. */
  version: number
  names: { zh: string; latin: string; nativeScript: string; others: string[] }
  title: { level: string; zh: string; en: string }
  summary: { zh: string; en: string }
  residence: string
  identifiers: { orcid: string; openalex: string }
  affiliations: DraftAffiliation[]
  degrees: DraftDegree[]
  nationality: string
  domains: ConceptRef[]
  freeDomains: string[]
  industries: string[]
  competences: string[]
  languages: { code: string; level: string }[]
  countries: DraftStay[]
  evidence: DraftEvidence[]
  offers: string[]
  availability: { status: string; from: string; note: string }
  preferredLanguage: string
  timeZone: string
  contact: { email: string; phone: string; other: string }
  groups: Record<Group, { visibility: Visibility }>
}

/** Who sees a group until somebody chooses otherwise. */
const USUAL: Record<Group, Visibility> = {
  basics: 'public',
  expertise: 'public',
  languages: 'public',
  countries: 'public',
  evidence: 'public',
  background: 'registered',
  offers: 'registered',
  contact: 'private',
}

const text = (value: string | number | null | undefined) => (value ? String(value) : '')

export const newAffiliation = (): DraftAffiliation => ({
  organisationId: null,
  name: { zh: '', en: '' },
  country: '',
  from: '',
  to: '',
  role: '',
})
export const newDegree = (): DraftDegree => ({
  level: '',
  field: '',
  institution: '',
  country: '',
  year: '',
})
export const newStay = (): DraftStay => ({ code: '', kind: '', from: '', to: '', note: '' })
export const newEvidence = (): DraftEvidence => ({
  id: null,
  kind: 'publication',
  title: '',
  abstract: '',
  year: '',
  with: '',
  language: '',
  doi: '',
  openalex: '',
})

export function toDraft(view: ExpertView): ProfileDraft {
  return {
    version: view.version,
    names: {
      zh: text(view.names.zh),
      latin: text(view.names.latin),
      nativeScript: text(view.names.nativeScript),
      others: [...(view.names.others ?? [])],
    },
    title: { level: text(view.title.level), zh: text(view.title.zh), en: text(view.title.en) },
    summary: { zh: text(view.summary.zh), en: text(view.summary.en) },
    residence: text(view.residence),
    identifiers: {
      orcid: text(view.identifiers?.orcid),
      openalex: text(view.identifiers?.openalex),
    },
    affiliations: view.affiliations.map((post) => ({
      organisationId: post.organisationId ?? null,
      name: { zh: text(post.name.zh), en: text(post.name.en) },
      country: text(post.country),
      from: text(post.from),
      to: text(post.to),
      role: text(post.role),
    })),
    degrees: view.degrees.map((degree) => ({
      level: text(degree.level),
      field: text(degree.field),
      institution: text(degree.institution),
      country: text(degree.country),
      year: text(degree.year),
    })),
    nationality: text(view.nationality),
    domains: view.domains.map(({ code, label }) => ({ code, label })),
    freeDomains: [...view.freeDomains],
    industries: [...view.industries],
    competences: [...view.competences],
    languages: view.languages.map(({ code, level }) => ({ code, level })),
    countries: view.countries.map((stay) => ({
      code: stay.code,
      kind: stay.kind,
      from: text(stay.from),
      to: text(stay.to),
      note: text(stay.note),
    })),
    evidence: view.evidence.map((piece) => ({
      id: piece.id ?? null,
      kind: piece.kind,
      title: piece.title,
      abstract: text(piece.abstract),
      year: text(piece.year),
      with: (piece.with ?? []).join('; '),
      language: text(piece.language),
      doi: text(piece.doi),
      openalex: text(piece.openalex),
    })),
    offers: [...view.offers],
    availability: {
      status: text(view.availability?.status),
      from: text(view.availability?.from),
      note: text(view.availability?.note),
    },
    preferredLanguage: text(view.preferredLanguage),
    timeZone: text(view.timeZone),
    contact: {
      email: text(view.contact?.email),
      phone: text(view.contact?.phone),
      other: text(view.contact?.other),
    },
    groups: Object.fromEntries(
      GROUPS.map((group) => [
        group,
        { visibility: view.groups[group]?.visibility ?? USUAL[group] },
      ]),
    ) as ProfileDraft['groups'],
  }
}

const or = (value: string) => (value.trim() === '' ? null : value.trim())
const year = (value: string) => (or(value) === null ? null : Number(value))

export function toSave(draft: ProfileDraft): SaveExpert {
  return {
    names: {
      zh: or(draft.names.zh),
      latin: or(draft.names.latin),
      nativeScript: or(draft.names.nativeScript),
      others: [...draft.names.others],
    },
    title: { level: or(draft.title.level), zh: or(draft.title.zh), en: or(draft.title.en) },
    summary: { zh: or(draft.summary.zh), en: or(draft.summary.en) },
    residence: or(draft.residence),
    identifiers: { orcid: or(draft.identifiers.orcid), openalex: or(draft.identifiers.openalex) },
    affiliations: draft.affiliations.map((post) => ({
      organisationId: post.organisationId,
      name: { zh: or(post.name.zh), en: or(post.name.en) },
      country: or(post.country),
      from: year(post.from),
      to: year(post.to),
      role: or(post.role),
    })),
    degrees: draft.degrees.map((degree) => ({
      level: or(degree.level),
      field: or(degree.field),
      institution: or(degree.institution),
      country: or(degree.country),
      year: year(degree.year),
    })),
    nationality: or(draft.nationality),
    domains: draft.domains.map(({ code }) => code),
    freeDomains: [...draft.freeDomains],
    industries: [...draft.industries],
    competences: [...draft.competences],
    languages: draft.languages.map(({ code, level }) => ({ code, level })),
    countries: draft.countries.map((stay) => ({
      code: stay.code,
      kind: stay.kind,
      from: year(stay.from),
      to: year(stay.to),
      note: or(stay.note),
    })),
    evidence: draft.evidence.map((piece) => ({
      id: piece.id,
      kind: piece.kind,
      title: piece.title,
      abstract: or(piece.abstract),
      year: year(piece.year),
      with: piece.with
        .split(/[;；]/)
        .map((name) => name.trim())
        .filter(Boolean),
      language: or(piece.language),
      doi: or(piece.doi),
      openalex: or(piece.openalex),
    })),
    offers: [...draft.offers],
    availability: {
      status: or(draft.availability.status),
      from: or(draft.availability.from),
      note: or(draft.availability.note),
    },
    preferredLanguage: or(draft.preferredLanguage),
    timeZone: or(draft.timeZone),
    contact: {
      email: or(draft.contact.email),
      phone: or(draft.contact.phone),
      other: or(draft.contact.other),
    },
    groups: draft.groups,
  }
}

/** Years that are no years cannot even be sent. */
export function wrongYears(draft: ProfileDraft, detail: string): FieldError[] {
  const places: [string, string][] = [
    ...draft.affiliations.flatMap((post, i): [string, string][] => [
      [`/affiliations/${i}/from`, post.from],
      [`/affiliations/${i}/to`, post.to],
    ]),
    ...draft.degrees.map((degree, i): [string, string] => [`/degrees/${i}/year`, degree.year]),
    ...draft.countries.flatMap((stay, i): [string, string][] => [
      [`/countries/${i}/from`, stay.from],
      [`/countries/${i}/to`, stay.to],
    ]),
    ...draft.evidence.map((piece, i): [string, string] => [`/evidence/${i}/year`, piece.year]),
  ]
  return places
    .filter(([, value]) => !/^\s*(\d{4})?\s*$/.test(value))
    .map(([pointer]) => ({ pointer, detail }))
}

const FIELDS: Record<Group, readonly (keyof ProfileDraft)[]> = {
  basics: ['names', 'title', 'summary', 'residence', 'identifiers'],
  expertise: ['domains', 'freeDomains', 'industries', 'competences'],
  languages: ['languages'],
  countries: ['countries'],
  evidence: ['evidence'],
  background: ['affiliations', 'degrees', 'nationality'],
  offers: ['offers', 'availability', 'preferredLanguage', 'timeZone'],
  contact: ['contact'],
}

/** A group's fields and who may see them, to be compared. */
function part(draft: ProfileDraft, group: Group): string {
  const saved = toSave(draft)
  return JSON.stringify([
    ...FIELDS[group].map((field) => saved[field as keyof SaveExpert]),
    draft.groups[group].visibility,
  ])
}

export function sameContent(one: ProfileDraft, two: ProfileDraft): boolean {
  return GROUPS.every((group) => part(one, group) === part(two, group))
}

/** The target with a group taken from another draft. */
export function withGroup(target: ProfileDraft, source: ProfileDraft, group: Group): ProfileDraft {
  const copy = structuredClone(toPlain(source))
  const taken = Object.fromEntries(FIELDS[group].map((field) => [field, copy[field]]))
  return {
    ...target,
    ...taken,
    groups: { ...target.groups, [group]: copy.groups[group] },
  }
}

/** Without the proxies of a reactive draft, which cannot be cloned. */
function toPlain(draft: ProfileDraft): ProfileDraft {
  return JSON.parse(JSON.stringify(draft)) as ProfileDraft
}

/**
 * Brings edits onto a newer version, group by group: what only one side changed is taken from
 * there; what both changed differently stays as typed and is told as a conflict. Without the
 * version that the edits began with, every difference is one.
 */
export function rebase(
  base: ProfileDraft | null,
  mine: ProfileDraft,
  current: ProfileDraft,
): { merged: ProfileDraft; conflicts: Group[]; taken: Group[] } {
  let merged = toPlain(mine)
  const conflicts: Group[] = []
  const taken: Group[] = []
  for (const group of GROUPS) {
    const [was, typed, now] = [base && part(base, group), part(mine, group), part(current, group)]
    if (typed === now || was === now) continue
    if (was === typed) {
      merged = withGroup(merged, current, group)
      taken.push(group)
    } else {
      conflicts.push(group)
    }
  }
  return { merged: { ...merged, version: current.version }, conflicts, taken }
}

/** The draft as a profile says it, to be shown beside another. */
export function toContent(draft: ProfileDraft): ProfileContent {
  return { ...toSave(draft), domains: draft.domains }
}

/** Whether anything is filled in at all. */
export function isFilled(draft: ProfileDraft, group: Group): boolean {
  return FIELDS[group].some((field) => holdsSomething(draft[field]))
}

function holdsSomething(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsSomething)
  return value !== null && value !== ''
}
