import { send, type Schema } from '@/shared/api'
import { letterPath } from './invitations'

export type ReviewView = Schema<'ReviewView'>
export type MemberReview = Schema<'MemberReview'>
export type ItemResult = Schema<'ItemResult'>
export type ReviewCriterion = Schema<'ReviewCriterion'>
export type ItemConclusion = Schema<'ItemConclusion'>
export type ReviewSheet = Schema<'ReviewSheet'>
export type Publication = Schema<'Publication'>
export type Stage = NonNullable<ReviewView['stage']>
export type Step = ReviewView['may'][number]
export type Verdict = NonNullable<ItemConclusion['verdict']>

export const VERDICTS: readonly Verdict[] = ['recommended', 'with-changes', 'not-recommended']

const tag = (version: number) => `"${version}"`

const reviewPath = (panel: number) => `/api/panels/${panel}/review`

export const readReview = async (panel: number, signal: AbortSignal) =>
  (await send<ReviewView>('GET', reviewPath(panel), { signal })).data

export const saveSetup = async (
  panel: number,
  version: number,
  body: Schema<'SaveSetup'>,
  signal: AbortSignal,
) => (await send<ReviewView>('PUT', reviewPath(panel), { body, signal, etag: tag(version) })).data

export const saveConclusion = async (
  panel: number,
  version: number,
  body: Schema<'SaveConclusion'>,
  signal: AbortSignal,
) =>
  (
    await send<ReviewView>('PUT', `${reviewPath(panel)}/conclusion`, {
      body,
      signal,
      etag: tag(version),
    })
  ).data

export const draftMinutes = async (panel: number) =>
  (await send<Schema<'DraftedMinutes'>>('GET', `${reviewPath(panel)}/minutes-draft`)).data.text

export const takeStep = async (panel: number, step: string, body: object = {}) =>
  (await send<ReviewView>('POST', `${reviewPath(panel)}/${step}`, { body })).data

/** Where a member's review is: beside their invitation. */
export const sheetPath = (params: Parameters<typeof letterPath>[0]) =>
  `${letterPath(params)}/review`

export const readSheet = async (path: string, signal: AbortSignal) =>
  (await send<ReviewSheet>('GET', path, { signal })).data

export const saveOpinion = async (
  path: string,
  version: number,
  body: Schema<'SaveOpinion'>,
  sign: boolean,
  signal: AbortSignal,
) =>
  (
    await send<ReviewSheet>(sign ? 'POST' : 'PUT', sign ? `${path}/sign-off` : path, {
      body,
      signal,
      etag: tag(version),
    })
  ).data

export const answerMinutes = async (
  path: string,
  number: number,
  dissent: string | null,
  signal?: AbortSignal,
) =>
  (
    await send<ReviewSheet>('POST', `${path}/answer`, {
      body: { number, dissent },
      ...(signal ? { signal } : {}),
    })
  ).data

export const readPublished = async (page: number, size: number, signal: AbortSignal) =>
  (
    await send<Schema<'PublishedPanels'>>('GET', '/api/panels/published', {
      query: { page, size },
      signal,
    })
  ).data

export const readPublication = async (panel: number, signal: AbortSignal) =>
  (await send<Publication>('GET', `/api/panels/published/${panel}`, { signal })).data

/** What a member has filled in for an item; a field that is empty holds an empty text. */
export interface ItemDraft {
  item: number
  points: Record<string, number | ''>
  comment: string
}

/** A form for the items that the member may judge, with what was saved before. */
export function draftsOf(sheet: ReviewSheet): ItemDraft[] {
  return sheet.items
    .filter(({ recused }) => !recused)
    .map(({ number }) => {
      const known = sheet.opinions.find(({ item }) => item === number)
      const points: Record<string, number | ''> = {}
      sheet.criteria.forEach((_, i) => {
        points[i + 1] = known?.points[i + 1] ?? ''
      })
      return { item: number, points, comment: known?.comment ?? '' }
    })
}

/** As the server takes it. */
export function opinionOf(drafts: readonly ItemDraft[]): Schema<'SaveOpinion'> {
  return {
    items: drafts.map(({ item, points, comment }) => ({
      item,
      points: Object.fromEntries(
        Object.entries(points).flatMap(([criterion, given]) =>
          given === '' ? [] : [[criterion, given]],
        ),
      ),
      comment,
    })),
  }
}

/** What the points for an item come to on a scale of 100; none until all are given. */
export function markOf(
  criteria: readonly ReviewCriterion[],
  points: Readonly<Record<string, number | ''>>,
): number | null {
  let sum = 0
  let weights = 0
  for (const [i, criterion] of criteria.entries()) {
    const given = points[i + 1]
    if (given === undefined || given === '') return null
    sum += (criterion.weight * given) / criterion.points
    weights += criterion.weight
  }
  return (100 * sum) / weights
}

/** The share of a criterion in the whole, in per cent. */
export function shareOf(criteria: readonly { weight: number }[], weight: number): number {
  const all = criteria.reduce((sum, one) => sum + one.weight, 0)
  return all === 0 ? 0 : (100 * weight) / all
}

export function toneOfStage(stage: Stage | null | undefined): 'plain' | 'good' | 'notice' {
  if (stage === 'settled') return 'good'
  return stage === null || stage === undefined || stage === 'prepared' ? 'plain' : 'notice'
}
