import type { ConceptRef } from '@/shared/vocabulary'

export type Criterion = 'domain' | 'language' | 'country' | 'wishes'
export const CRITERIA: readonly Criterion[] = ['domain', 'language', 'country', 'wishes']

/** How two words agree. */
export type How = 'text' | 'thesaurus' | 'narrower' | 'broader'

/** Words of the need and of the evidence that agree. */
export interface MatchedTerm {
  asked: string
  found: string
  how: How
  concept?: ConceptRef | null
}

/** One fact that a score rests on, or that is missing; which members are there depends on the kind. */
export interface Reason {
  kind:
    | 'piece'
    | 'piece-count'
    | 'concept'
    | 'concept-missing'
    | 'language'
    | 'language-missing'
    | 'country'
    | 'country-missing'
    | 'competence'
    | 'competence-missing'
  /** Whether it speaks for the person. */
  speaksFor: boolean
  evidence?: { id: string; kind: string; title: string; year?: number | null; share: number }
  terms?: MatchedTerm[]
  askedConcept?: ConceptRef
  askedText?: string
  heldConcept?: ConceptRef
  how?: How
  /** The person says so, rather than their evidence. */
  declared?: boolean
  code?: string
  askedLevel?: string
  heldLevel?: string
  country?: { code: string; kind: string; from?: number | null; to?: number | null }
  ofAskedKind?: boolean
  countries?: string[]
  kinds?: string[]
  count?: number
}

/** What one criterion brings to a score: `points` = 100 · `weight` · `value`. */
export interface CriterionContribution {
  criterion: Criterion
  value: number
  weight: number
  points: number
  reasons: Reason[]
}
