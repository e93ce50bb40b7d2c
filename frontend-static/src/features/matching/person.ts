import { inWords, locale } from '@/shared/i18n'
import type { ExpertCard, PersonNames } from '@/shared/people'

/** The name that the reader can read. */
export function nameOf(names: PersonNames | undefined): string {
  const { zh, latin, nativeScript } = names ?? {}
  return (locale.value === 'zh-CN' ? zh || latin : latin || zh) || nativeScript || ''
}

/** Where somebody works and as what. */
export function worksOf(card: ExpertCard): string {
  return [inWords(card.affiliation), inWords(card.title)].filter(Boolean).join(' · ')
}
