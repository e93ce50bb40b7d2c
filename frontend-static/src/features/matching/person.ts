import { inWords, locale } from '@/shared/i18n'
import type { ExpertCard, PersonNames } from '@/shared/people'

/** The name that the reader can read. */
export function nameOf(names: PersonNames | undefined): string {
  const { zh, latin, nativeScript } = names ?? {}
  return (locale.value === 'zh-CN' ? zh || latin : latin || zh) || nativeScript || ''
}

/** All forms of a name, as a person's line takes them. */
export function formsOf(names: PersonNames | undefined) {
  const { zh = null, latin = null, nativeScript = null } = names ?? {}
  return { zh, latin, native: nativeScript }
}

/** Where somebody works and as what. */
export function worksOf(card: ExpertCard): string {
  return [inWords(card.affiliation), inWords(card.title)].filter(Boolean).join(' · ')
}
