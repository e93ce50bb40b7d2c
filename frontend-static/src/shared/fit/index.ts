import { useTexts } from '@/shared/i18n'
import type { Contribution } from '@/shared/ui'
import fitTexts from './texts'
import type { CriterionContribution } from './types'

export { default as FitEvidence } from './FitEvidence.vue'
export { default as FitSummary } from './FitSummary.vue'
export { useReasons } from './reasons'
export * from './types'
export { fitTexts }

/** The contributions as the bar draws them. */
export function barParts(contributions: readonly CriterionContribution[]): Contribution[] {
  const t = useTexts(fitTexts)
  return contributions.map(({ criterion, points }) => ({
    criterion,
    points,
    label: t(`criterion.${criterion}`),
  }))
}
