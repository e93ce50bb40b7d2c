import type { ConceptRef } from '@/shared/vocabulary'

export type Criterion = 'domain' | 'language' | 'country' | 'wishes'
export const CRITERIA: readonly Criterion[] = ['domain', 'language', 'country', 'wishes']

/** How two words agree. */
export type How = 'text' | 'thesaurus' | 'narrower' | 'broader' | 'dictionary' | 'vector'

/** Words of the need and of the evidence that agree. */
export interface MatchedTerm {
  asked: string
  found: string
  how: How
  concept?: ConceptRef | null
}

/** One fact that a score rests on, or that is missing; which members are there depends on the kind. */
export interface Reason {
  readonly kind:
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
  readonly speaksFor: boolean
  readonly evidence?: {
    readonly id: string
    readonly kind: string
    /** Empty for what the profile says of itself. */
    readonly title: string
    readonly year?: number | null
    /** How much of the need it covers, 0 to 1. */
    readonly share: number
  } | null
  readonly terms?: readonly MatchedTerm[] | null
  readonly askedConcept?: ConceptRef | null
  readonly askedText?: string | null
  readonly heldConcept?: ConceptRef | null
  readonly how?: How | null
  /** The person says so, rather than their evidence. */
  readonly declared?: boolean | null
  readonly code?: string | null
  readonly askedLevel?: string | null
  readonly heldLevel?: string | null
  readonly country?: {
    readonly code: string
    readonly kind: string
    readonly from?: number | null
    readonly to?: number | null
  } | null
  readonly ofAskedKind?: boolean | null
  readonly countries?: readonly string[] | null
  readonly kinds?: readonly string[] | null
  readonly count?: number | null
}

/** What one criterion brings to a score: `points` = 100 · `weight` · `value`. */
export interface CriterionContribution {
  readonly criterion: Criterion
  readonly value: number
  readonly weight: number
  readonly points: number
  readonly reasons: readonly Reason[]
}
