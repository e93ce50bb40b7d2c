import { inject, type InjectionKey } from 'vue'
import type { ProfileDraft } from './draft'

/** The draft that the sections of the editor write into. */
export const DRAFT: InjectionKey<ProfileDraft> = Symbol('profile draft')

export function useDraft(): ProfileDraft {
  const draft = inject(DRAFT)
  if (!draft) throw new Error('A section of the editor stands outside it')
  return draft
}
