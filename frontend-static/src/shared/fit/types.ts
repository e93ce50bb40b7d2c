import type { Schema } from '@/shared/api'

export type Criterion = 'domain' | 'language' | 'country' | 'wishes'
export const CRITERIA: readonly Criterion[] = ['domain', 'language', 'country', 'wishes']

/** How two words agree. */
export type How = 'text' | 'thesaurus' | 'narrower' | 'broader' | 'dictionary' | 'vector'

/** Words of the need and of the evidence that agree. */
export type MatchedTerm = Omit<Schema<'MatchedTermView'>, 'how'> & { how: How }

/** One fact that a score rests on, or that is missing; which members are there depends on the kind. */
export type Reason = Omit<Schema<'ReasonView'>, 'kind' | 'how' | 'terms'> & {
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
  how?: How | null
  terms?: readonly MatchedTerm[] | null
}

/** Something that a person does not have and that would move them up; `rank` and `score` as they would be then. */
export type Gain = Omit<Schema<'ImprovementView'>, 'kind'> & {
  kind: 'language' | 'country' | 'competence'
}

/** What one criterion brings to a score: `points` = 100 · `weight` · `value`. */
export type CriterionContribution = Omit<Schema<'ContributionView'>, 'criterion' | 'reasons'> & {
  criterion: Criterion
  reasons: readonly Reason[]
}
