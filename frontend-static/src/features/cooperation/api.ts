import { send, upload, type Schema } from '@/shared/api'
import type { Version } from '@/shared/form'

export type Cooperation = Schema<'CooperationView'>
export type Entry = Schema<'CooperationEntry'>
export type EntryPage = Schema<'EntryPage'>
export type SaveCooperation = Schema<'SaveCooperation'>

export type ImportedList = Schema<'CooperationList'>
export type ImportedLine = Schema<'CooperationLine'>

export const PAGE = 20

export interface Wanted {
  readonly kind?: string | null
  readonly industry?: string | null
  readonly city?: string | null
  readonly country?: string | null
  readonly organisation?: number | null
  readonly person?: number | null
  readonly year?: number | null
  readonly q?: string | null
}

export const readAll = async (wanted: Wanted, page: number, signal: AbortSignal) =>
  (
    await send<Schema<'CooperationPage'>>('GET', '/api/cooperation', {
      query: { ...wanted, page, size: PAGE },
      signal,
    })
  ).data

export const readOne = async (id: number, signal: AbortSignal) =>
  (await send<Cooperation>('GET', `/api/cooperation/${id}`, { signal })).data

const readEntries = async (path: string, page: number, signal: AbortSignal) =>
  (await send<EntryPage>('GET', path, { query: { page, size: PAGE }, signal })).data

export const readMine = (page: number, signal: AbortSignal) =>
  readEntries('/api/cooperation/mine', page, signal)

export const readQueue = (page: number, signal: AbortSignal) =>
  readEntries('/api/cooperation/review-queue', page, signal)

export const readLeftBehind = (page: number, signal: AbortSignal) =>
  readEntries('/api/cooperation/left-behind', page, signal)

export const readEntry = (id: number, signal?: AbortSignal): Promise<Version<Entry>> =>
  send<Entry>('GET', `/api/cooperation/${id}/entry`, signal ? { signal } : {})

export const saveEntry = (
  id: number | null,
  version: number | null,
  body: SaveCooperation,
  signal: AbortSignal,
): Promise<Version<Entry>> =>
  id === null
    ? send<Entry>('POST', '/api/cooperation', { body, signal })
    : send<Entry>('PUT', `/api/cooperation/${id}`, {
        body,
        etag: `"${version}"`,
        signal,
      })

export const takeStep = async (
  entry: Pick<Entry, 'id' | 'version'>,
  step: 'submit' | 'record' | 'return',
  body?: object,
): Promise<Entry> =>
  (
    await send<Entry>('POST', `/api/cooperation/${entry.id}/${step}`, {
      etag: `"${entry.version}"`,
      ...(body ? { body } : {}),
    })
  ).data

/** It counts no more, and its author is told why; nothing else than what was seen is withdrawn. */
export const withdrawRecord = async (
  one: Pick<Cooperation, 'id' | 'version'>,
  remarks: string,
): Promise<Schema<'WithdrawnRecord'>> =>
  (
    await send<Schema<'WithdrawnRecord'>>('POST', `/api/cooperation/${one.id}/withdraw`, {
      etag: `"${one.version}"`,
      body: { remarks },
    })
  ).data

export const deleteEntry = async (id: number): Promise<void> => {
  await send('DELETE', `/api/cooperation/${id}`)
}

export function toneOf(state: Entry['state']): 'plain' | 'good' | 'notice' {
  if (state === 'recorded') return 'good'
  return state === 'draft' ? 'plain' : 'notice'
}

/** The years in which it went on: 2024–2026, 2024–, 2024. */
export function yearsOf({
  fromYear,
  toYear,
}: {
  fromYear?: number | null
  toYear?: number | null
}): string {
  if (!fromYear) return toYear ? `–${toYear}` : ''
  if (fromYear === toYear) return `${fromYear}`
  return `${fromYear}–${toYear ?? ''}`
}

export type ReferenceFigure = Schema<'ReferenceFigure'>

export const readReference = async (signal: AbortSignal) =>
  (await send<Schema<'ReferenceFigures'>>('GET', '/api/cooperation/reference', { signal })).data

/** What a list comes to; it is stored only if that is wanted and no row is wrong. */
export async function importList(file: File, kind: string, store: boolean): Promise<ImportedList> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', file)
  return upload<ImportedList>(
    store ? '/api/imports/cooperation' : '/api/imports/cooperation/preview',
    form,
  )
}
