import { locale } from './locale'
import type { Locale } from './texts'

/** A text the server keeps in one or both languages. */
export interface Bilingual {
  readonly zh?: string | null
  readonly en?: string | null
}

export interface Spoken {
  readonly text: string
  readonly lang: Locale
}

/** The text in the reader's language, or in the other one when that is all there is. */
export function spoken(text: Bilingual | null | undefined, wanted: Locale = locale.value): Spoken {
  const zh: Spoken = { text: text?.zh ?? '', lang: 'zh-CN' }
  const en: Spoken = { text: text?.en ?? '', lang: 'en' }
  const [first, second] = wanted === 'zh-CN' ? [zh, en] : [en, zh]
  return first.text !== '' || second.text === '' ? first : second
}

export function inWords(text: Bilingual | null | undefined, wanted?: Locale): string {
  return spoken(text, wanted).text
}
