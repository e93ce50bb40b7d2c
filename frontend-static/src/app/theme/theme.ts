import { ref, watchEffect } from 'vue'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED = 'zhiqiao.theme' // public/theme.js reads it before the first paint
const system = matchMedia('(prefers-color-scheme: dark)')
const systemDark = ref(system.matches)
system.addEventListener('change', (event) => {
  systemDark.value = event.matches
})

export const theme = ref<Theme>(stored())

watchEffect(() => {
  const dark = theme.value === 'dark' || (theme.value === 'auto' && systemDark.value)
  document.documentElement.classList.toggle('dark', dark)
})

export function setTheme(next: Theme): void {
  theme.value = next
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // A browser that forbids storage follows the system next time.
  }
}

function stored(): Theme {
  try {
    return THEMES.find((known) => known === localStorage.getItem(STORED)) ?? 'auto'
  } catch {
    return 'auto'
  }
}
