import { send, type Schema } from '@/shared/api'
import { CRITERIA, type Criterion } from '@/shared/fit'

/** Whole per cent that add up to 100. */
export type Percentages = Readonly<Record<Criterion, number>>

export type Verdict = 'too-few' | 'no-gain' | 'uncertain' | 'suggested'
export type CriterionFigures = Omit<Schema<'CriterionFigures'>, 'criterion'> & {
  criterion: Criterion
}
export type Suggestion = Omit<Schema<'Suggestion'>, 'verdict' | 'criteria'> & {
  verdict: Verdict
  criteria: readonly CriterionFigures[]
}
export type VersionView = Schema<'VersionView'>
export type Changes = Schema<'Changes'>
/** The weights that hold after a change. */
export type Held = Schema<'Held'>
export type WeightingView = Omit<Schema<'WeightingView'>, 'suggestion'> & {
  suggestion: Suggestion
}

const PATH = '/api/weighting'

export async function readWeighting(signal: AbortSignal): Promise<WeightingView> {
  return (await send<WeightingView>('GET', PATH, { signal })).data
}

/** What other weights would change in the rankings looked at last. */
export async function readChanges(weights: Percentages, signal?: AbortSignal): Promise<Changes> {
  const { domain, language, country, wishes } = weights
  const query = { domain, language, country, wishes }
  return (await send<Changes>('GET', `${PATH}/changes`, { query, ...(signal ? { signal } : {}) }))
    .data
}

/** Based on the version that was read, so that nobody's change is overwritten unseen. */
export async function changeWeights(
  version: number,
  weights: Percentages,
  reason: string,
  suggested: boolean,
): Promise<Held> {
  const body = { weights, reason, suggested }
  return (await send<Held>('POST', PATH, { body, etag: `"${version}"` })).data
}

export async function restoreWeights(
  version: number,
  earlier: number,
  reason: string,
): Promise<Held> {
  const body = { reason }
  return (await send<Held>('POST', `${PATH}/${earlier}/restore`, { body, etag: `"${version}"` }))
    .data
}

export const sum = (weights: Percentages): number =>
  CRITERIA.reduce((total, criterion) => total + weights[criterion], 0)

export const same = (one: Percentages, other: Percentages): boolean =>
  CRITERIA.every((criterion) => one[criterion] === other[criterion])
