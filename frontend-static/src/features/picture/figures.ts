import { send, type Schema } from '@/shared/api'
import { formatNumber } from '@/shared/i18n'

export type Concentration = Schema<'ConcentrationView'>
export type Spread = Schema<'Spread'>
export type Trend = Schema<'TrendView'>
export type Flows = Schema<'FlowView'>
export type Balance = Schema<'BalanceView'>
export type Report = Schema<'ReportView'>
/** What is counted over the years. */
export type YearMeasure = Spread['measure']

export const YEAR_MEASURES: readonly YearMeasure[] = [
  'projectsRunning',
  'projectsStarted',
  'bases',
  'needs',
  'people',
]

export type Conditions = Readonly<Record<string, string>>

/** The address of figures, or of a file of them, with all that was asked for. */
export function addressOf(what: string, conditions: Conditions): string {
  const query = new URLSearchParams(
    Object.entries(conditions).filter(([, value]) => value !== ''),
  ).toString()
  return `/api/picture/${what}${query ? `?${query}` : ''}`
}

export const read = async <T>(what: string, conditions: Conditions, signal: AbortSignal) =>
  (await send<T>('GET', addressOf(what, conditions), { signal })).data

/** What stands in a cell; null where there is no figure, which is not nought. */
export type Cell = string | number | null
export type CellKind = 'text' | 'count' | 'year' | 'share' | 'index'

export interface FigureColumn {
  readonly label: string
  readonly kind: CellKind
}

export const NONE = '—'

/** A cell as it is read. */
export function shown(cell: Cell, kind: CellKind): string {
  if (cell === null) return NONE
  if (typeof cell === 'string') return cell
  if (kind === 'share')
    return formatNumber(cell, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
  if (kind === 'index')
    return formatNumber(cell, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  // As text: a year has no thousands separator.
  return kind === 'year' ? String(cell) : formatNumber(cell)
}

/** A table as a file for spreadsheets, with a mark that tells them the encoding. */
export function csvFile(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const quoted = (cell: Cell) => {
    const plain = cell === null ? NONE : String(cell)
    // What begins like a formula is text for a spreadsheet, too.
    const formula = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(plain)
    const safe = formula && typeof cell === 'string' ? `'${plain}` : plain
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const lines = [heads, ...rows].map((row) => row.map(quoted).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Hands a file to the reader. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
