import type { Bilingual } from '@/shared/i18n'

/** Each thing asked for either excludes whoever lacks it, or counts among the wishes; weight 1–5. */
export interface Asked {
  must: boolean
  weight: number
}

export interface AskedDomain extends Asked {
  code?: string | null
  text?: string | null
  label?: Bilingual | null
}

export interface AskedCountry extends Asked {
  code?: string | null
  region?: string | null
  kind?: string | null
}

export interface AskedLanguage extends Asked {
  code: string
  level: string
}

export interface AskedCompetence extends Asked {
  code: string
}

/** What a need asks of the people. */
export interface AskedFor {
  readonly domains: readonly AskedDomain[]
  readonly languages: readonly AskedLanguage[]
  readonly countries: readonly AskedCountry[]
  readonly competences: readonly AskedCompetence[]
}

/** In units of 10,000 yuan. */
export interface Budget {
  min?: number | null
  max?: number | null
}

export type DemandState = 'draft' | 'submitted' | 'returned' | 'published' | 'closed'
export type Confidentiality = 'public' | 'registered' | 'confidential'
export type Outcome = 'solved' | 'elsewhere' | 'unanswered' | 'withdrawn'
export type DemandStep = 'edit' | 'delete' | 'submit' | 'publish' | 'return' | 'close' | 'match'

export interface DemandCard {
  id: number
  state: DemandState
  /** `outline`: only the field of work may be seen. */
  disclosure: 'full' | 'outline'
  kind: string
  title?: string | null
  excerpt?: string | null
  /** `zh` or `en`: what the title and the description are written in. */
  language?: string | null
  organisation?: { id: number; name: Bilingual } | null
  city?: string | null
  industries: string[]
  domains: AskedDomain[]
  countries: AskedCountry[]
  languages: AskedLanguage[]
  budget?: Budget | null
  deadline?: string | null
  confidentiality?: Confidentiality | null
  publishedAt?: string | null
  updatedAt: string
  mine: boolean
  expired: boolean
  sample: boolean
}

export interface DemandView extends Omit<DemandCard, 'excerpt'> {
  version: number
  description?: string | null
  competences: AskedCompetence[]
  returnReason?: string | null
  outcome?: Outcome | null
  outcomeNote?: string | null
  submittedAt?: string | null
  closedAt?: string | null
  createdAt: string
  /** What the reader may do with it in its present state. */
  may: DemandStep[]
}

/** What a must costs: `excludedAlone` people would be there without it. */
export interface Exclusion {
  /** Where it stands in the need: `/languages/0`. */
  pointer: string
  criterion: string
  code: string
  excluded: number
  excludedAlone: number
}
