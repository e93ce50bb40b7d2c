import type { SchemeName } from '@/shared/vocabulary'

/** What an entry of a scheme says beyond its name and note. */
export interface Fact {
  readonly name: FactName
  readonly kind: 'text' | 'concept' | 'term'
  /** Where the codes of a `term` are from. */
  readonly target?: SchemeName
}

export type FactName =
  | 'aliasesZh'
  | 'aliasesEn'
  | 'industries'
  | 'concepts'
  | 'division'
  | 'leadingZh'
  | 'leadingEn'
  | 'leadingConcepts'
  | 'strengths'
  | 'ways'
  | 'channel'
  | 'flags'
  | 'members'
  | 'rank'
  | 'examplesZh'
  | 'examplesEn'
  | 'level'

const text = (name: FactName): Fact => ({ name, kind: 'text' })
const concept = (name: FactName): Fact => ({ name, kind: 'concept' })
const term = (name: FactName, target: SchemeName): Fact => ({ name, kind: 'term', target })

const FACTS: Readonly<Partial<Record<SchemeName, readonly Fact[]>>> = {
  industries: [text('aliasesZh'), text('aliasesEn')],
  clusters: [term('industries', 'industries'), concept('concepts')],
  cities: [text('division'), text('leadingZh'), text('leadingEn'), concept('leadingConcepts')],
  countries: [
    concept('strengths'),
    term('ways', 'cooperationWays'),
    term('channel', 'channels'),
    text('flags'),
  ],
  regions: [text('members'), text('flags')],
  researchThemes: [concept('concepts')],
  titleLevels: [text('rank'), text('examplesZh'), text('examplesEn')],
  languageLevels: [text('rank')],
  baseTypes: [text('level')],
}

/** In the order in which they are shown: what the policy paper names first, lists of kinds last. */
export const SCHEMES: readonly SchemeName[] = [
  'industries',
  'clusters',
  'cities',
  'countries',
  'regions',
  'cooperationWays',
  'channels',
  'languages',
  'languageLevels',
  'titleLevels',
  'hostKinds',
  'competences',
  'uses',
  'researchThemes',
  'adviserKinds',
  'countryExperienceKinds',
  'offerKinds',
  'evidenceKinds',
  'demandKinds',
  'baseTypes',
  'programmes',
]

/** A standard or the administrative division says what is in them. */
const CLOSED: ReadonlySet<string> = new Set(['countries', 'cities', 'languageLevels'])

export function schemeOf(name: unknown): SchemeName | null {
  return SCHEMES.find((scheme) => scheme === name) ?? null
}

export function factsOf(scheme: SchemeName): readonly Fact[] {
  return FACTS[scheme] ?? []
}

export function isClosed(scheme: string): boolean {
  return CLOSED.has(scheme)
}
