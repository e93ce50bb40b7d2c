import { locale } from './locale'
import type { Locale } from './texts'

/** Official usage in China where the browser's own names differ from it. */
const COUNTRY_NAMES: Record<Locale, Record<string, string>> = {
  'zh-CN': { HK: '中国香港', MO: '中国澳门', TW: '中国台湾' },
  en: { HK: 'Hong Kong, China', MO: 'Macao, China', TW: 'Taiwan, China' },
}

const names = new Map<string, Intl.DisplayNames>()

function displayNames(type: 'region' | 'language', wanted: Locale): Intl.DisplayNames {
  const key = `${type} ${wanted}`
  let found = names.get(key)
  if (!found) {
    found = new Intl.DisplayNames(wanted, { type })
    names.set(key, found)
  }
  return found
}

/** The name of an ISO 3166 alpha-2 code; the code itself when nobody knows it. */
export function countryName(code: string, wanted: Locale = locale.value): string {
  const known = COUNTRY_NAMES[wanted][code]
  if (known) return known
  try {
    return displayNames('region', wanted).of(code) ?? code
  } catch {
    return code
  }
}

/** The name of a BCP 47 code; the code itself when nobody knows it. */
export function languageName(code: string, wanted: Locale = locale.value): string {
  try {
    return displayNames('language', wanted).of(code) ?? code
  } catch {
    return code
  }
}

/** What a time zone (`Europe/Berlin`) is called, such as 中欧时间; its code when nobody knows it. */
export function timeZoneName(zone: string): string {
  try {
    const format = { timeZone: zone, timeZoneName: 'longGeneric' } as const
    const parts = new Intl.DateTimeFormat(locale.value, format).formatToParts(new Date())
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  } catch {
    return zone
  }
}

/** Names one after another, divided as the reader's language does it. */
export function formatList(names: readonly string[]): string {
  return names.join(locale.value === 'zh-CN' ? '、' : ', ')
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale.value, options).format(value)
}

/** A calendar day (`2026-03-01`) is the same day everywhere; an instant is told in the reader's zone. */
export function formatDate(value: string, withTime = false): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value)
  return new Intl.DateTimeFormat(locale.value, {
    year: 'numeric',
    month: locale.value === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(day ? { timeZone: 'UTC' } : {}),
    ...(withTime && !day ? { hour: '2-digit', minute: '2-digit', hour12: false } : {}),
  }).format(new Date(value))
}
