import { announce } from '@/shared/announce'
import { asProblem } from '@/shared/api'
import type { Engagement } from '@/shared/engagement'

/** A step of one side: shows what came of it, and reads again if the other side was faster. */
export async function stepped(
  step: () => Promise<Engagement>,
  told: { done: string; show: (after: Engagement) => void; stale: () => void },
): Promise<Engagement> {
  try {
    const after = await step()
    announce(told.done)
    told.show(after)
    return after
  } catch (error) {
    // What was typed stays; the next try is about what there is now.
    if (asProblem(error).status === 412) told.stale()
    throw error
  }
}
