import { shallowRef } from 'vue'

export interface Question {
  readonly title: string
  readonly text?: string
  /** What the button does, as a verb: "删除档案", never "是". */
  readonly action: string
  /** Something is lost or cannot be undone. */
  readonly danger?: boolean
}

export const asked = shallowRef<{ question: Question; answer: (yes: boolean) => void } | null>(null)

/** Asks before something is done: `if (await confirm({…})) …`. The shell shows the dialog. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      question,
      answer: (yes) => {
        asked.value = null
        resolve(yes)
      },
    }
  })
}
