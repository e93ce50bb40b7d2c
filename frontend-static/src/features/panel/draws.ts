import type { DrawState } from './api'

/** How a state of a draw looks. */
export function toneOf(state: DrawState | null): 'plain' | 'good' | 'notice' | 'danger' {
  switch (state) {
    case 'drawn':
      return 'good'
    case 'open':
    case 'frozen':
      return 'notice'
    case 'void':
      return 'danger'
    default:
      return 'plain'
  }
}
