import { ref } from 'vue'

/** What the shell's polite live region says. */
export const announcement = ref('')

/** Tells a screen reader what changed without moving the focus. */
export function announce(text: string): void {
  // The same words twice are only spoken again when the region was empty in between.
  announcement.value = ''
  requestAnimationFrame(() => {
    announcement.value = text
  })
}
