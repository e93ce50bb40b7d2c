import type { Schema } from '@/shared/api'

export type AskedDomain = Schema<'AskedDomainView'>
/** A country (`code`) or any country of a region, with the kind of experience if it matters. */
export type AskedCountry = Schema<'AskedCountry'>
export type AskedLanguage = Schema<'AskedLanguage'>
export type AskedCompetence = Schema<'AskedCompetence'>
/** In units of 10,000 yuan. */
export type Budget = Schema<'Budget'>
/** What a must costs: `excludedAlone` people would be there without it. */
export type Exclusion = Schema<'Exclusion'>

/** Each thing asked for either excludes whoever lacks it, or counts among the wishes; weight 1–5. */
export type Asked = Pick<AskedDomain, 'must' | 'weight'>

/** What a need asks of the people. */
export interface AskedFor {
  readonly domains: readonly AskedDomain[]
  readonly languages: readonly AskedLanguage[]
  readonly countries: readonly AskedCountry[]
  readonly competences: readonly AskedCompetence[]
}

export type DemandState = Schema<'DemandView'>['state']
export type Confidentiality = NonNullable<Schema<'DemandView'>['confidentiality']>
export type Outcome = NonNullable<Schema<'DemandView'>['outcome']>
export type DemandStep =
  'edit' | 'delete' | 'submit' | 'publish' | 'return' | 'renew' | 'close' | 'match'

interface Disclosed {
  /** `outline`: only the field of work may be seen. */
  disclosure: 'full' | 'outline'
}

export type DemandCard = Omit<Schema<'DemandCard'>, keyof Disclosed> & Disclosed

export type DemandView = Omit<Schema<'DemandView'>, keyof Disclosed | 'may'> &
  Disclosed & {
    /** What the reader may do with it in its present state. */
    may: DemandStep[]
  }
