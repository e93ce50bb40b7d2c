/** How people who fit almost equally well take turns. */
export interface Turns {
  /** The same one gives the same order again. */
  readonly seed: number
  /** Points within which people count as equal. */
  readonly band: number
}

/** Points that may be chosen; the server takes no more than the last. */
export const BANDS = [1, 2, 3] as const

const SEEDS = 1_000_000

/** A seed that nobody chose. */
export function drawn(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS
}

/** Turns as an address keeps them (`482913-1`), so that a link shows the same order. */
export function turnsToAddress(turns: Turns | null): string | undefined {
  return turns ? `${turns.seed}-${turns.band}` : undefined
}

export function turnsFromAddress(text: unknown): Turns | null {
  const [, seed, band] = /^(\d{1,9})-([123])$/.exec(typeof text === 'string' ? text : '') ?? []
  return seed && band ? { seed: Number(seed), band: Number(band) } : null
}
