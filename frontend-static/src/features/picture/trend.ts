import type { Cell, FigureColumn, Trend } from './figures'

type TrendFigure = Exclude<keyof Trend['years'][number], 'year' | 'peopleSoFar'>

/** The years from the first one that has any of the figures. */
export function begun(
  years: Trend['years'],
  figures: readonly { readonly one: TrendFigure }[],
): Trend['years'] {
  const first = years.findIndex((year) => figures.some(({ one }) => year[one] > 0))
  return first < 0 ? [] : years.slice(first)
}

/** The years as a table, with the figures that are wanted and the people there were by then. */
export function trendTable(
  trend: Pick<Trend, 'years'>,
  figures: readonly { readonly one: TrendFigure; readonly name: string }[],
  heads: { readonly year: string; readonly soFar: string },
): { columns: FigureColumn[]; rows: Cell[][] } {
  return {
    columns: [
      { label: heads.year, kind: 'year' },
      ...figures.map(({ name }) => ({ label: name, kind: 'count' as const })),
      { label: heads.soFar, kind: 'count' },
    ],
    rows: trend.years.map((year) => [
      year.year,
      ...figures.map(({ one }) => year[one]),
      year.peopleSoFar,
    ]),
  }
}
