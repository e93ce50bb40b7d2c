import type { DrawState } from './api'

/** How a state of a draw or a direct choice looks. */
export function toneOf(state: DrawState | null): 'plain' | 'good' | 'notice' | 'danger' {
  switch (state) {
    case 'drawn':
    case 'chosen':
      return 'good'
    case 'open':
    case 'frozen':
    case 'proposed':
      return 'notice'
    case 'refused':
    case 'void':
      return 'danger'
    default:
      return 'plain'
  }
}

/** Whether people have seats by it. */
export const seated = (state: DrawState | null | undefined): boolean =>
  state === 'drawn' || state === 'chosen'

/** Whether it is on file only, so that members can be selected anew. */
export const over = (state: DrawState): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'void'
