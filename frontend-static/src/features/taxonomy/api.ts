import { send, type Schema } from '@/shared/api'
import type { Version } from '@/shared/form'
import type { ConceptRef } from '@/shared/vocabulary'

export type Concept = Schema<'ConceptView'>
type ConceptPage = Schema<'ConceptPage'>

export interface ConceptValues {
  code: string
  label: { zh: string; en: string }
  alternatives: { zh: string[]; en: string[] }
  broader: ConceptRef[]
  industries: string[]
}

export type Term = Schema<'TermView'>
export type Schemes = Schema<'VocabularyView'>['schemes']

export interface TermValues {
  code: string
  label: { zh: string; en: string }
  note: { zh: string; en: string }
  source: string
  retired: boolean
  facts: Record<string, string[]>
}

const LARGEST = 200

/** The whole thesaurus: about a thousand concepts, fetched in a few pages. */
export async function allConcepts(signal?: AbortSignal): Promise<readonly Concept[]> {
  const first = await conceptPage({ page: 1, size: LARGEST }, signal)
  const pages = Math.ceil(first.total / LARGEST)
  const rest = await Promise.all(
    Array.from({ length: Math.max(0, pages - 1) }, (_, i) =>
      conceptPage({ page: i + 2, size: LARGEST }, signal),
    ),
  )
  return [first, ...rest].flatMap(({ items }) => items)
}

export async function conceptPage(
  query: { q?: string; page?: number; size?: number },
  signal?: AbortSignal,
): Promise<ConceptPage> {
  return (await send<ConceptPage>('GET', '/api/concepts', { query, ...(signal ? { signal } : {}) }))
    .data
}

export async function concept(code: string, signal?: AbortSignal): Promise<Version<Concept>> {
  const { data, etag } = await send<Concept>('GET', `/api/concepts/${encodeURIComponent(code)}`, {
    ...(signal ? { signal } : {}),
  })
  return { data, etag }
}

function conceptRequest(values: ConceptValues, fresh: boolean): Schema<'SaveConcept'> {
  return {
    ...(fresh ? { code: values.code.trim() } : {}),
    label: values.label,
    alternatives: {
      zh: values.alternatives.zh.filter((term) => term.trim() !== ''),
      en: values.alternatives.en.filter((term) => term.trim() !== ''),
    },
    broader: values.broader.map(({ code }) => code),
    industries: values.industries,
  }
}

export async function createConcept(values: ConceptValues, signal: AbortSignal): Promise<Concept> {
  const body = conceptRequest(values, true)
  return (await send<Concept>('POST', '/api/concepts', { body, signal })).data
}

export async function changeConcept(
  code: string,
  values: ConceptValues,
  etag: string | null,
  signal: AbortSignal,
): Promise<Concept> {
  const body = conceptRequest(values, false)
  return (
    await send<Concept>('PUT', `/api/concepts/${encodeURIComponent(code)}`, { body, etag, signal })
  ).data
}

export async function removeConcept(code: string, etag: string | null): Promise<void> {
  await send('DELETE', `/api/concepts/${encodeURIComponent(code)}`, { etag })
}

export async function vocabulary(signal?: AbortSignal): Promise<Schemes> {
  return (
    await send<Schema<'VocabularyView'>>('GET', '/api/vocabulary', {
      ...(signal ? { signal } : {}),
    })
  ).data.schemes
}

export async function term(
  scheme: string,
  code: string,
  signal?: AbortSignal,
): Promise<Version<Term> | null> {
  const found = (await vocabulary(signal))[scheme]?.find((one) => one.code === code)
  return found ? { data: found, etag: `"${found.version}"` } : null
}

export async function saveTerm(
  scheme: string,
  code: string | null,
  values: TermValues,
  etag: string | null,
  signal: AbortSignal,
): Promise<void> {
  const { code: typed, ...rest } = values
  const facts = Object.fromEntries(
    Object.entries(values.facts).map(([name, all]) => [
      name,
      all.map((one) => one.trim()).filter(Boolean),
    ]),
  )
  const at = `/api/vocabulary/${encodeURIComponent(scheme)}`
  if (code === null) {
    await send('POST', at, { body: { ...rest, facts, code: typed.trim() }, signal })
  } else {
    await send('PUT', `${at}/${encodeURIComponent(code)}`, {
      body: { ...rest, facts },
      etag,
      signal,
    })
  }
}
