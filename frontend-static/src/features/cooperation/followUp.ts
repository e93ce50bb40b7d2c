import { send, type Schema } from '@/shared/api'
import type { Version } from '@/shared/form'

export type BaseYear = Schema<'BaseYearView'>
export type FollowUpYear = Schema<'FollowUpYear'>
export type Measure = BaseYear['measures'][number]

export const AREAS = ['training', 'research', 'output'] as const
export type Area = (typeof AREAS)[number]

export const readYear = async (year: number | null, city: string, signal: AbortSignal) =>
  (
    await send<FollowUpYear>('GET', '/api/cooperation/follow-up', {
      query: { year, city: city || null },
      signal,
    })
  ).data

export const readBaseYear = (
  id: number,
  year: number,
  signal?: AbortSignal,
): Promise<Version<BaseYear>> =>
  send<BaseYear>('GET', `/api/cooperation/${id}/years/${year}`, signal ? { signal } : {})

/** Figures as a form holds them: text, so that nothing typed is lost. */
export interface MeasureDraft {
  area: Area
  what: string
  unit: string
  target: string
  result: string
}

export interface YearDraft {
  version: number
  measures: MeasureDraft[]
  note: string
}

const text = (number: number | null | undefined) =>
  number === null || number === undefined ? '' : `${number}`

export function yearDraftOf(one: BaseYear): YearDraft {
  return {
    version: one.version,
    note: one.note ?? '',
    measures: one.measures.map(({ area, what, unit, target, result }) => ({
      area: area ?? 'output',
      what: what ?? '',
      unit: unit ?? '',
      target: text(target),
      result: text(result),
    })),
  }
}

const FIGURE = /^\d{1,13}(\.\d{1,2})?$/

/** Places whose text is no figure. */
export function noFigures(draft: YearDraft): string[] {
  return draft.measures.flatMap((one, place) =>
    (['target', 'result'] as const)
      .filter((name) => one[name].trim() !== '' && !FIGURE.test(one[name].trim()))
      .map((name) => `/measures/${place}/${name}`),
  )
}

export function yearToSave(draft: YearDraft): Schema<'SaveBaseYear'> {
  const number = (written: string) => (written.trim() === '' ? null : Number(written))
  return {
    note: draft.note.trim() || null,
    measures: draft.measures.map(({ area, what, unit, target, result }) => ({
      area,
      what: what.trim() || null,
      unit: unit.trim() || null,
      target: number(target),
      result: number(result),
    })),
  }
}

export const saveBaseYear = (
  id: number,
  year: number,
  draft: YearDraft,
  signal: AbortSignal,
): Promise<Version<BaseYear>> =>
  send<BaseYear>('PUT', `/api/cooperation/${id}/years/${year}`, {
    body: yearToSave(draft),
    etag: `"${draft.version}"`,
    signal,
  })

export const reportBaseYear = async (one: BaseYear): Promise<BaseYear> =>
  (
    await send<BaseYear>('POST', `/api/cooperation/${one.id}/years/${one.year}/report`, {
      etag: `"${one.version}"`,
    })
  ).data

/** How much of the target was reached, in per cent; none where there is no target or no result yet. */
export function reached({ target, result }: Pick<Measure, 'target' | 'result'>): number | null {
  if (!target || result === null || result === undefined) return null
  return Math.round((result / target) * 100)
}

export function toneOfReport(state: BaseYear['state']): 'plain' | 'good' | 'notice' | 'danger' {
  if (state === 'in') return 'good'
  if (state === 'late') return 'danger'
  return state === 'open' ? 'notice' : 'plain'
}
