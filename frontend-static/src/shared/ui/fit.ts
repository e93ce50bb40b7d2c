/** One criterion's share in a fit. */
export interface Contribution {
  /** `domain`, `language`, `country`, `wishes`; another code is drawn like `wishes`. */
  readonly criterion: string
  /** Points of the total (0–100): the contributions add up to the total. */
  readonly points: number
  /** The criterion's name in the reader's language. */
  readonly label: string
}

export function criterionClass(criterion: string): string {
  return ['domain', 'language', 'country'].includes(criterion) ? criterion : 'wishes'
}
