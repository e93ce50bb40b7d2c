import { send, type FieldError, type Schema } from '@/shared/api'

export type Assessments = Schema<'Assessments'>
export type AssessedMember = Schema<'AssessedMember'>
export type GivenAssessment = Schema<'GivenAssessment'>
export type AssessmentRule = Schema<'AssessmentRule'>
export type OwnCredit = Schema<'OwnCredit'>
export type AssessmentVerdict = Schema<'RulingOnAssessment'>['verdict']

export const VERDICTS: readonly AssessmentVerdict[] = ['upheld', 'changed', 'setAside']

const path = (panel: number) => `/api/panels/${panel}/assessments`

export const readAssessments = async (panel: number, signal: AbortSignal) =>
  (await send<Assessments>('GET', path(panel), { signal })).data

export const assess = async (
  panel: number,
  invitation: number,
  body: Schema<'AssessMember'>,
  signal: AbortSignal,
) => (await send<Assessments>('POST', `${path(panel)}/${invitation}`, { body, signal })).data

export const ruleOn = async (
  panel: number,
  invitation: number,
  body: Schema<'RuleOnAssessment'>,
  signal: AbortSignal,
) => (await send<Assessments>('POST', `${path(panel)}/${invitation}/ruling`, { body, signal })).data

/** The reader's credit; with the link of a mail, that of whoever it was sent to. */
const creditPath = (token: string | undefined) =>
  token === undefined
    ? '/api/credit'
    : `/api/invitations/by-token/${encodeURIComponent(token)}/credit`

export const readCredit = async (token: string | undefined, signal: AbortSignal) =>
  (await send<OwnCredit>('GET', creditPath(token), { signal })).data

export const contestAssessment = async (
  token: string | undefined,
  invitation: number,
  words: string,
  signal: AbortSignal,
) => {
  const at = creditPath(token)
  const to = token === undefined ? `${at}/${invitation}/contest` : `${at}/contest`
  return (await send<OwnCredit>('POST', to, { body: { words }, signal })).data
}

/** Points as they are typed; a field that is empty holds an empty text. */
export interface MarkDraft {
  criterion: string
  points: number | ''
  reason: string
}

/** A form for all criteria, with points that were given before if there are any. */
export function draftsOf(rule: AssessmentRule, given?: GivenAssessment | null): MarkDraft[] {
  return rule.criteria.map(({ code }) => {
    const known = given?.marks.find(({ criterion }) => criterion === code)
    return { criterion: code, points: known?.points ?? '', reason: known?.reason ?? '' }
  })
}

/** As the server takes them. */
export function marksOf(drafts: readonly MarkDraft[]): Schema<'GivenMark'>[] {
  return drafts.map(({ criterion, points, reason }) => ({
    criterion,
    points: points === '' ? null : points,
    reason,
  }))
}

/** What is wrong with points before they are sent: they are whole. */
export function broken(drafts: readonly MarkDraft[], detail: string): FieldError[] {
  return drafts.flatMap(({ points }, i) =>
    points === '' || Number.isInteger(points) ? [] : [{ pointer: `/marks/${i}/points`, detail }],
  )
}

/** What the points come to; none until all are given. */
export function sumOf(drafts: readonly MarkDraft[]): number | null {
  let sum = 0
  for (const { points } of drafts) {
    if (points === '') return null
    sum += points
  }
  return sum
}

/** Whoever gives less has to say why. */
export function isLow(points: number | '', most: number): boolean {
  return points !== '' && points < 0.6 * most
}

export function toneOf(state: GivenAssessment['state']): 'plain' | 'good' | 'notice' {
  return state === 'contested' ? 'notice' : 'plain'
}
