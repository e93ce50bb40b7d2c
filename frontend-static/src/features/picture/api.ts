import { send, type Schema } from '@/shared/api'
import { csvFile } from './figures'

export type GapMatrix = Schema<'GapMatrix'>
export type GapCell = Schema<'GapCell'>
export type Measure = 'needs' | 'people' | 'projects' | 'bases' | 'outcomes'

export const MEASURES: readonly Measure[] = ['needs', 'people', 'projects', 'bases', 'outcomes']

export interface Asked {
  readonly columns: 'city' | 'country'
  readonly city?: string
  readonly country?: string
  readonly language?: string
}

export const readGaps = async (asked: Asked, signal: AbortSignal) =>
  (await send<GapMatrix>('GET', '/api/picture/gaps', { query: { ...asked }, signal })).data

/** The cells by industry and place. */
export function byPlace(matrix: GapMatrix): Map<string, GapCell> {
  return new Map(matrix.cells.map((cell) => [`${cell.industry} ${cell.place}`, cell]))
}

/** Where the very things behind a figure are listed. */
export function listOf(matrix: GapMatrix, cell: GapCell, measure: Measure): string {
  const query = new URLSearchParams({ industry: cell.industry })
  const city = matrix.columns === 'city' ? cell.place : matrix.city
  const country = matrix.columns === 'country' ? cell.place : matrix.country
  if (city) query.set('city', city)
  if (country) query.set('country', country)
  if (measure === 'people' && matrix.language) query.set('language', matrix.language)
  if (measure === 'needs') return `/demands?${query}`
  if (measure === 'people') return `/experts?${query}`
  if (measure === 'outcomes') return `/workspace/outcomes?${query}`
  query.set('kind', measure === 'projects' ? 'project' : 'base')
  return `/cooperation?${query}`
}

/** Where a need begins that would close a gap. */
export function needFor(matrix: GapMatrix, cell: GapCell): string {
  const query = new URLSearchParams({ industry: cell.industry })
  const city = matrix.columns === 'city' ? cell.place : matrix.city
  const country = matrix.columns === 'country' ? cell.place : matrix.country
  if (city) query.set('city', city)
  if (country) query.set('country', country)
  if (matrix.language) query.set('language', matrix.language)
  return `/workspace/demands/new?${query}`
}

/** Where a project guide begins with the needs of a cell. */
export function guideFor(matrix: GapMatrix, cell: GapCell): string {
  const query = new URLSearchParams({ kind: 'guide', industry: cell.industry })
  const city = matrix.columns === 'city' ? cell.place : matrix.city
  const country = matrix.columns === 'country' ? cell.place : matrix.country
  if (city) query.set('city', city)
  if (country) query.set('country', country)
  return `/workspace/research/new?${query}`
}

/** The matrix as a file for spreadsheets: a line for each cell. */
export function csvOf(
  matrix: GapMatrix,
  heads: readonly string[],
  words: { industry: (code: string) => string; place: (code: string) => string },
): string {
  return csvFile(
    heads,
    matrix.cells.map((cell) => [
      words.industry(cell.industry),
      words.place(cell.place),
      cell.needs,
      cell.people,
      cell.projects,
      cell.bases,
      cell.outcomes,
    ]),
  )
}
