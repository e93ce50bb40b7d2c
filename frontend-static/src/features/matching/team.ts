import type { Team } from './api'

/** How far a team gets. */
export type Outcome = 'nobody' | 'one' | 'whole' | 'partly'

export function outcomeOf({ members, uncovered }: Team): Outcome {
  if (members.length === 0) return 'nobody'
  if (uncovered.length > 0) return 'partly'
  return members.length === 1 ? 'one' : 'whole'
}

/** Why fewer people will not do; nothing for a single person, or for people who were all chosen by hand. */
export type Proof = 'none' | 'apart' | 'apartKept' | 'steps' | 'cut'

export function proofOf({ members, atLeast, apart }: Team): Proof {
  const kept = members.filter((member) => member.kept).length
  if (members.length > atLeast) return 'cut'
  if (members.length < 2 || members.length === kept) return 'none'
  if (!apart) return 'steps'
  return kept > 0 ? 'apartKept' : 'apart'
}

/** Numbers of people in the address, such as `3,17`. */
export function readIds(value: unknown): number[] {
  return typeof value === 'string' && /^\d+(,\d+)*$/.test(value) ? value.split(',').map(Number) : []
}

/** With somebody in or out. */
export function toggled(ids: readonly number[], id: number): number[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]
}
