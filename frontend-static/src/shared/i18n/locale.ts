import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import { LOCALES, type Locale, type TextKey, type Texts } from './texts'

const STORED = 'zhiqiao.locale'

/**
 * vue-i18n walks parsed messages instead of generating functions, so the pages work under a
 * content-security policy without `unsafe-eval`.
 */
export const i18n = createI18n<false>({
  legacy: false,
  locale: firstLocale(),
  fallbackLocale: false,
  messages: {},
})

export const locale = computed<Locale>(() => i18n.global.locale.value as Locale)

export function setLocale(next: Locale): void {
  i18n.global.locale.value = next
  try {
    localStorage.setItem(STORED, next)
  } catch {
    // A browser that forbids storage asks again next time.
  }
}

/** A link may name the language (`?lang=en`, as mails do); otherwise the last choice, otherwise Chinese. */
function firstLocale(): Locale {
  const asked = new URLSearchParams(window.location.search).get('lang')
  let stored: string | null = null
  try {
    stored = localStorage.getItem(STORED)
  } catch {
    // See setLocale.
  }
  return LOCALES.find((known) => known === asked) ?? LOCALES.find((l) => l === stored) ?? 'zh-CN'
}

export type Values = Record<string, string | number>

const registered = new Set<string>()

/**
 * The translating function of a feature's texts. Texts travel with the feature's own chunk and are
 * registered on first use. A `count` among the values chooses the plural form.
 */
export function useTexts<T>(texts: Texts<T>): (key: TextKey<T>, values?: Values) => string {
  if (!registered.has(texts.namespace)) {
    registered.add(texts.namespace)
    i18n.global.mergeLocaleMessage('zh-CN', { [texts.namespace]: texts.zh })
    i18n.global.mergeLocaleMessage('en', { [texts.namespace]: texts.en })
  }
  return (key, values = {}) => {
    const count = values['count']
    const path = `${texts.namespace}.${key}`
    return typeof count === 'number'
      ? i18n.global.t(path, values, count)
      : i18n.global.t(path, values)
  }
}
