import { send, type Schema } from '@/shared/api'

export type ChoiceView = Schema<'ChoiceView'>
export type ChoiceDraft = Schema<'ChoiceDraft'>
export type ChoiceGroup = Schema<'ChoiceGroup'>
export type ChosenPerson = Schema<'ChosenPerson'>
export type ChoiceProof = Schema<'ChoiceProof'>

const path = (panel: number, rest = '') => `/api/panels/${panel}/choices${rest}`

const act = async (address: string, body: object): Promise<ChoiceView> =>
  (await send<ChoiceView>('POST', address, { body })).data

/** What a panel is worth that is being chosen, and who could follow; refused if it breaks a rule. */
export const draftChoice = async (
  panel: number,
  members: readonly number[],
  signal: AbortSignal,
): Promise<ChoiceDraft> =>
  (await send<ChoiceDraft>('POST', path(panel, '/draft'), { body: { members }, signal })).data

export const proposeChoice = async (
  panel: number,
  body: Schema<'ProposeChoice'>,
  signal: AbortSignal,
): Promise<ChoiceView> => (await send<ChoiceView>('POST', path(panel), { body, signal })).data

export const readChoice = async (panel: number, number: number, signal: AbortSignal) =>
  (await send<ChoiceView>('GET', path(panel, `/${number}`), { signal })).data

export const withdrawChoice = ({ panel, number }: ChoiceView) =>
  act(path(panel, `/${number}/withdrawal`), {})

export const decideChoice = ({ panel, number }: ChoiceView, approved: boolean, words: string) =>
  act(path(panel, `/${number}/decision`), { approved, words })

/** The numbers of the people that stand in an address, each once. */
export function membersIn(query: unknown): number[] {
  const numbers = String(query ?? '')
    .split(',')
    .filter((one) => /^\d{1,15}$/.test(one))
    .map(Number)
  return [...new Set(numbers)]
}

/** The address of a page that proposes these people. */
export const proposing = (panel: number, members: readonly number[]) => ({
  path: `/workspace/panels/${panel}/choices/new`,
  query: { members: members.join(',') },
})

/** Somebody in the place of somebody else. */
export const replaced = (members: readonly number[], out: number, into: number): number[] =>
  members.map((member) => (member === out ? into : member))

/** Somebody one place further up (-1) or down (1) in a list; the same list at its ends. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const after = [...list]
  const one = after[at]
  const other = after[at + by]
  if (one === undefined || other === undefined) return after
  after[at] = other
  after[at + by] = one
  return after
}

/** How a panel stands to the best one: the best itself, that many points below, or above what was found. */
export function standing({ value, best, proven }: ChoiceProof): {
  word: 'best' | 'below' | 'unproven'
  points: number
} {
  const points = Math.round((best - value) * 10) / 10
  if (!proven) return { word: 'unproven', points: Math.max(0, points) }
  return { word: points <= 0 ? 'best' : 'below', points: Math.max(0, points) }
}
