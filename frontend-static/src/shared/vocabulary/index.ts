import { computed, shallowRef } from 'vue'
import { send, type Schema } from '@/shared/api'
import { countryName, inWords, languageName, locale } from '@/shared/i18n'

/** The small vocabularies that pages offer for choosing. */
export type SchemeName =
  | 'industries'
  | 'clusters'
  | 'cities'
  | 'countries'
  | 'regions'
  | 'languages'
  | 'languageLevels'
  | 'titleLevels'
  | 'hostKinds'
  | 'competences'
  | 'uses'
  | 'researchThemes'
  | 'countryExperienceKinds'
  | 'offerKinds'
  | 'evidenceKinds'
  | 'demandKinds'
  | 'cooperationWays'
  | 'channels'
  | 'adviserKinds'
  | 'baseTypes'
  | 'programmes'

export type VocabularyTerm = Schema<'TermView'>
/** A concept of the thesaurus by its stable code and its preferred terms. */
export type ConceptRef = Schema<'ConceptRef'>
export type FoundConcept = Schema<'ConceptView'>

type Schemes = Partial<Schema<'VocabularyView'>['schemes']>

const schemes = shallowRef<Schemes>({})
const labels = computed(
  () =>
    new Map(
      Object.entries(schemes.value).map(([scheme, terms]) => [
        scheme,
        new Map((terms ?? []).map((term) => [term.code, term])),
      ]),
    ),
)
let loading: Promise<void> | undefined

async function load(): Promise<void> {
  const { data } = await send<Schema<'VocabularyView'>>('GET', '/api/vocabulary')
  schemes.value = data.schemes
}

/** Loaded once; a failed load is tried again by whoever asks next. */
function ready(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

/** After an edit: the next names are the new ones. */
export function reloadVocabulary(): Promise<void> {
  loading = undefined
  return ready()
}

function find(scheme: SchemeName, code: string): VocabularyTerm | undefined {
  return labels.value.get(scheme)?.get(code)
}

/** The name of a code in the reader's language; the code itself when nobody knows it. */
function label(scheme: SchemeName, code: string): string {
  const known = inWords(find(scheme, code)?.label)
  if (known) return known
  if (scheme === 'countries') return countryName(code)
  if (scheme === 'languages') return languageName(code)
  return code
}

function note(scheme: SchemeName, code: string): string {
  return inWords(find(scheme, code)?.note)
}

/** What may be chosen: in the vocabulary's order, countries and languages by their names. */
function options(scheme: SchemeName): { code: string; label: string; note: string }[] {
  const chosen = (schemes.value[scheme] ?? [])
    .filter((term) => !term.retired)
    .map(({ code }) => ({ code, label: label(scheme, code), note: note(scheme, code) }))
  if (scheme !== 'countries' && scheme !== 'languages') return chosen
  const order = new Intl.Collator(locale.value)
  return chosen.sort((a, b) => order.compare(a.label, b.label))
}

/** The countries of a group; parts of a country are none. */
function countriesOf({ members }: VocabularyTerm): string[] {
  return (members ?? []).filter((member) => /^[A-Z]{2}$/.test(member))
}

/** The group that consists of exactly these countries, if there is one. */
function groupOf(countries: readonly string[]): VocabularyTerm | undefined {
  const wanted = [...countries].sort().join()
  return (schemes.value.regions ?? []).find((group) => countriesOf(group).sort().join() === wanted)
}

/** The vocabularies; the first use starts loading them. */
export function useVocabulary() {
  // Pages that must have them await `ready` themselves and show what went wrong.
  ready().catch(() => undefined)
  return { ready, find, countriesOf, groupOf, label, note, options }
}

export async function searchConcepts(
  q: string,
  signal?: AbortSignal,
): Promise<readonly FoundConcept[]> {
  const { data } = await send<Schema<'ConceptPage'>>('GET', '/api/concepts', {
    query: { q },
    ...(signal ? { signal } : {}),
  })
  return data.items
}

export async function conceptByCode(code: string): Promise<FoundConcept> {
  return (await send<FoundConcept>('GET', `/api/concepts/${encodeURIComponent(code)}`)).data
}
