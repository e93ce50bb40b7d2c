import { send, type Schema } from '@/shared/api'
import type { NamedOrganisation } from '@/shared/organisation/search'
import type { NamedPerson } from '@/shared/people'

export type DeclarationLetter = Schema<'DeclarationLetter'>
export type DeclarationState = DeclarationLetter['state']
export type GivenTie = Schema<'GivenTie'>
export type InterestKind = GivenTie['kind']
export type Interest = Schema<'InterestView'>
export type DeclarationsView = Schema<'DeclarationsView'>
export type TiedCandidates = Schema<'TiedCandidates'>

/** Kinds of ties to an item or a party. */
export const TIE_KINDS: readonly InterestKind[] = ['family', 'financial', 'supervision', 'other']
/** Kinds of standing ties. */
export const INTEREST_KINDS: readonly InterestKind[] = [
  'family',
  'financial',
  'supervisor',
  'student',
  'supervision',
  'other',
]

export const readDeclarations = async (panel: number, signal: AbortSignal) =>
  (await send<DeclarationsView>('GET', `/api/panels/${panel}/declarations`, { signal })).data

export interface Whom {
  group?: number
  most?: number
  again: boolean
}

export const readReach = async (panel: number, whom: Whom, signal: AbortSignal) =>
  (
    await send<Schema<'AskingReach'>>('GET', `/api/panels/${panel}/declarations/reach`, {
      query: { ...whom },
      signal,
    })
  ).data

export const askCandidates = async (
  panel: number,
  body: Schema<'AskCandidates'>,
  signal: AbortSignal,
) =>
  (await send<DeclarationsView>('POST', `/api/panels/${panel}/declarations`, { body, signal })).data

export const readAsked = async (signal: AbortSignal) =>
  (await send<Schema<'DeclarationLetters'>>('GET', '/api/declarations/mine', { signal })).data.items

/** Where a declaration is read and answered: by its number when signed in, else by the token of the mail. */
export function declarationPath(params: Record<string, string | string[] | undefined>): string {
  const token = params['token']
  return typeof token === 'string'
    ? `/api/declarations/by-token/${encodeURIComponent(token)}`
    : `/api/declarations/${Number(params['id'])}`
}

export const readDeclaration = async (path: string, signal: AbortSignal) =>
  (await send<DeclarationLetter>('GET', path, { signal })).data

/** An answer as the form holds it: for each item and party at most one tie. */
export interface AnswerDraft {
  answer: '' | 'none' | 'ties' | 'unwilling'
  note: string
  ties: TieDraft[]
}

/** A tie of the form; no kind means that there is none. */
export interface TieDraft {
  readonly item: number
  readonly party: number | null
  kind: InterestKind | ''
  words: string
}

/** What can be tied to: each party of an item, and the item itself. */
export function draftOfAnswer({ items, answer }: DeclarationLetter): AnswerDraft {
  const places = items.flatMap(({ number, parties }) => [
    ...parties.map((_, party) => ({ item: number, party })),
    { item: number, party: null },
  ])
  return {
    answer: !answer
      ? ''
      : answer.unwilling
        ? 'unwilling'
        : answer.ties.length === 0
          ? 'none'
          : 'ties',
    note: answer?.note ?? '',
    ties: places.map(({ item, party }) => {
      const given = answer?.ties.find((tie) => tie.item === item && (tie.party ?? null) === party)
      return { item, party, kind: given?.kind ?? '', words: given?.words ?? '' }
    }),
  }
}

export function answerOf(draft: AnswerDraft, shown: string): Schema<'AnswerDeclaration'> {
  return {
    shown,
    unwilling: draft.answer === 'unwilling',
    note: draft.note.trim() || null,
    ties:
      draft.answer === 'ties'
        ? draft.ties.flatMap(({ item, party, kind, words }) =>
            kind ? [{ item, party, kind, words: words.trim() || null }] : [],
          )
        : [],
  }
}

export const answerDeclaration = async (
  path: string,
  body: Schema<'AnswerDeclaration'>,
  signal: AbortSignal,
) => (await send<DeclarationLetter>('POST', `${path}/answer`, { body, signal })).data

/** How a state looks. */
export function toneOfDeclaration(state: DeclarationState): 'plain' | 'good' | 'notice' | 'danger' {
  switch (state) {
    case 'noConflict':
      return 'good'
    case 'asked':
    case 'outdated':
      return 'notice'
    case 'ties':
      return 'danger'
    case 'unwilling':
      return 'plain'
  }
}

export const readInterests = async (signal: AbortSignal) =>
  (await send<Schema<'Interests'>>('GET', '/api/interests', { signal })).data.items

/** A standing tie as the form holds it. */
export interface InterestDraft {
  kind: InterestKind | ''
  person: NamedPerson[]
  personName: string
  organisation: NamedOrganisation | null
  organisationName: string
  words: string
  since: string
  until: string
}

export const emptyInterest = (): InterestDraft => ({
  kind: '',
  person: [],
  personName: '',
  organisation: null,
  organisationName: '',
  words: '',
  since: '',
  until: '',
})

export function interestOf(draft: InterestDraft): Schema<'DeclareInterest'> {
  const person = draft.person[0]?.id ?? null
  return {
    kind: draft.kind || null,
    person,
    personName: person === null ? draft.personName.trim() || null : null,
    organisation: draft.organisation?.id ?? null,
    organisationName: draft.organisation ? null : draft.organisationName.trim() || null,
    words: draft.words.trim() || null,
    since: Number(draft.since) || null,
    until: Number(draft.until) || null,
  }
}

const interests = async (path: string, body: object, signal: AbortSignal) =>
  (await send<Schema<'Interests'>>('POST', `/api/interests${path}`, { body, signal })).data.items

export const declareInterest = (draft: InterestDraft, signal: AbortSignal) =>
  interests('', interestOf(draft), signal)
export const endInterest = (id: number, mistaken: boolean) =>
  interests(`/${id}/end`, { mistaken }, new AbortController().signal)
export const contestInterest = (id: number, words: string) =>
  interests(`/${id}/contest`, { words }, new AbortController().signal)
