import type { Bilingual } from '@/shared/i18n'
import type { NamedOrganisation } from '@/shared/organisation/search'
import type { NamedPerson } from '@/shared/people'
import type { ConceptRef } from '@/shared/vocabulary'
import type { Official, PanelView, RulePack, SavePanel } from './api'

type Residence = 'anywhere' | 'home' | 'overseas'

/** A panel as its form holds it; plain JSON, so that it outlives a reload. */
export interface Draft {
  title: string
  use: string
  items: DraftItem[]
  groups: DraftGroup[]
  rules: { code: string; on: boolean; number: number | null; reason: string }[]
  duties: { firstDrawer: number | null; secondDrawer: number | null; supervisor: number | null }
}

export interface DraftItem {
  /** None before it is saved. */
  number: number | null
  title: string
  parties: DraftParty[]
  people: NamedPerson[]
  fields: ConceptRef[]
  objections: DraftObjection[]
}

export interface DraftParty {
  role: 'applicant' | 'partner'
  organisation: NamedOrganisation | null
  name: string
}

export interface DraftObjection {
  person: NamedPerson | null
  by: string
  reason: string
  ruling: 'open' | 'upheld' | 'dismissed'
  rulingReason: string
}

export interface DraftGroup {
  name: string
  seats: number
  residence: Residence
  fields: ConceptRef[]
  languages: string[]
  level: string
  countries: string[]
}

const LEVEL = 'B2'

export const emptyParty = (): DraftParty => ({ role: 'applicant', organisation: null, name: '' })

export const emptyItem = (): DraftItem => ({
  number: null,
  title: '',
  parties: [emptyParty()],
  people: [],
  fields: [],
  objections: [],
})

export const emptyGroup = (name: string, seats: number): DraftGroup => ({
  name,
  seats,
  residence: 'anywhere',
  fields: [],
  languages: [],
  level: LEVEL,
  countries: [],
})

export const emptyObjection = (): DraftObjection => ({
  person: null,
  by: '',
  reason: '',
  ruling: 'open',
  rulingReason: '',
})

export function emptyDraft(pack: RulePack, group: string): Draft {
  return {
    title: '',
    use: '',
    items: [emptyItem()],
    groups: [emptyGroup(group, 5)],
    rules: pack.rules.map(({ code, on, number }) => ({
      code,
      on,
      number: number?.value ?? null,
      reason: '',
    })),
    duties: { firstDrawer: null, secondDrawer: null, supervisor: null },
  }
}

export function draftOf(panel: PanelView): Draft {
  const concept = new Map(panel.concepts.map((one) => [one.code, one] as const))
  const concepts = (codes: readonly string[]): ConceptRef[] =>
    codes.map((code) => concept.get(code) ?? { code, label: {} })
  const organisations = new Map(panel.organisations.map((one) => [one.id, one.name] as const))
  const people = new Map(
    panel.people.map(
      ({ id, names }) => [id, names.zh || names.latin || names.nativeScript || ''] as const,
    ),
  )
  const person = (id: number): NamedPerson => ({ id, name: people.get(id) || `#${id}` })
  const account = (duty: string) => panel.duties.find((one) => one.duty === duty)?.account ?? null
  const { content } = panel
  return {
    title: content.title,
    use: content.use,
    items: content.items.map((item) => ({
      number: item.number,
      title: item.title,
      parties: item.parties.map((party) => ({
        role: party.role,
        organisation: party.organisation
          ? { id: party.organisation, name: named(organisations.get(party.organisation)) }
          : null,
        name: party.name ?? '',
      })),
      people: item.people.map(person),
      fields: concepts(item.fields),
      objections: item.objections.map(({ person: whom, by, reason, upheld, ruling }) => ({
        person: person(whom),
        by,
        reason,
        ruling:
          upheld === true
            ? ('upheld' as const)
            : upheld === false
              ? ('dismissed' as const)
              : ('open' as const),
        rulingReason: ruling ?? '',
      })),
    })),
    groups: content.groups.map((group) => ({
      name: group.name,
      seats: group.seats,
      residence: group.residence,
      fields: concepts(group.fields),
      languages: group.languages.map(({ code }) => code),
      level: group.languages[0]?.level ?? LEVEL,
      countries: [...group.countries],
    })),
    rules: content.rules.map(({ code, on, number, reason }) => ({
      code,
      on,
      number: number ?? null,
      reason: reason ?? '',
    })),
    duties: {
      firstDrawer: account('firstDrawer'),
      secondDrawer: account('secondDrawer'),
      supervisor: account('supervisor'),
    },
  }
}

const named = (name: Bilingual | undefined): Bilingual => name ?? {}

export function toSave(draft: Draft): SavePanel {
  return {
    title: draft.title,
    use: draft.use || null,
    items: draft.items.map((item) => ({
      number: item.number,
      title: item.title,
      // A row that was left empty is no party.
      parties: item.parties
        .filter(({ organisation, name }) => organisation || name.trim() !== '')
        .map(({ role, organisation, name }) => ({
          role,
          organisation: organisation?.id ?? null,
          name: organisation ? null : name,
        })),
      people: item.people.map(({ id }) => id),
      fields: item.fields.map(({ code }) => code),
      objections: item.objections.map(({ person, by, reason, ruling, rulingReason }) => ({
        person: person?.id ?? null,
        by,
        reason,
        upheld: ruling === 'open' ? null : ruling === 'upheld',
        ruling: ruling === 'open' ? null : rulingReason,
      })),
    })),
    groups: draft.groups.map((group) => ({
      name: group.name,
      seats: group.seats,
      residence: group.residence,
      fields: group.fields.map(({ code }) => code),
      languages: group.languages.map((code) => ({ code, level: group.level })),
      countries: [...group.countries],
    })),
    rules: draft.rules.map(({ code, on, number, reason }) => ({
      code,
      on,
      number,
      reason: reason || null,
    })),
    duties: { ...draft.duties },
  } as SavePanel
}

/** Who could have a duty and has no other one on this panel. */
export function choices(
  officials: readonly Official[],
  duty: keyof Draft['duties'],
  duties: Draft['duties'],
): readonly Official[] {
  const others = Object.entries(duties).flatMap(([key, account]) => (key === duty ? [] : [account]))
  const partner =
    duty === 'supervisor'
      ? null
      : officials.find(
          ({ account }) =>
            account === (duty === 'firstDrawer' ? duties.secondDrawer : duties.firstDrawer),
        )
  return officials.filter(
    ({ account, duties: may, role }) =>
      may.includes(duty) && !others.includes(account) && role !== partner?.role,
  )
}
