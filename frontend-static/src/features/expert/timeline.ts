import type { CountryExperience } from '@/shared/people'

/** A stay on the time line, in percent of its width. */
export interface TimelineRow {
  readonly stay: CountryExperience
  /** None for a stay whose years nobody told. */
  readonly bar: { readonly start: number; readonly width: number; readonly open: boolean } | null
}

export interface Timeline {
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly year: number; readonly at: number }[]
  readonly rows: readonly TimelineRow[]
}

/**
 * Lays stays out on one axis, earliest first. A stay lasts to the end of its last year; one without
 * an end reaches to the present year, one of which only the end is known is a single year.
 */
export function timelineOf(stays: readonly CountryExperience[], thisYear: number): Timeline {
  const years = stays.flatMap((stay) => {
    const from = stay.from ?? stay.to
    if (!from) return []
    return [from, stay.to ?? Math.max(from, thisYear)]
  })
  const from = years.length > 0 ? Math.min(...years) : thisYear
  const to = years.length > 0 ? Math.max(...years) : thisYear
  const span = to - from + 1
  const at = (year: number) => ((year - from) / span) * 100
  const rows = [...stays]
    .sort((a, b) => (a.from ?? a.to ?? Infinity) - (b.from ?? b.to ?? Infinity))
    .map((stay): TimelineRow => {
      const start = stay.from ?? stay.to
      if (!start) return { stay, bar: null }
      const open = !stay.to
      const end = stay.to ?? Math.max(start, thisYear)
      return { stay, bar: { start: at(start), width: ((end - start + 1) / span) * 100, open } }
    })
  const step = span <= 6 ? 1 : span <= 12 ? 2 : span <= 30 ? 5 : 10
  const ticks = []
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    // At the very end there is no room for the number.
    if (at(year) < 88) ticks.push({ year, at: at(year) })
  }
  return { from, to, ticks, rows }
}
