import { locale, useTexts } from '@/shared/i18n'
import type { PersonNames } from '@/shared/people'
import texts from './texts'

const SOURCES: Record<
  string,
  'self' | 'orcid' | 'openalex' | 'spreadsheet' | 'official' | 'sample'
> = {
  self: 'self',
  'import:orcid': 'orcid',
  'import:openalex': 'openalex',
  'import:spreadsheet': 'spreadsheet',
  official: 'official',
  sample: 'sample',
}

export function useSourceNames(): (source: string) => string {
  const t = useTexts(texts)
  return (source) => t(`source.${SOURCES[source] ?? 'other'}`)
}

export interface NameForm {
  readonly text: string
  /** Empty for a script whose language nobody told us. */
  readonly lang: string
}

/** The forms of a name, the one that the reader can read first. */
export function nameForms(names: Partial<PersonNames>): readonly NameForm[] {
  const zh = { text: names.zh ?? '', lang: 'zh-CN' }
  const latin = { text: names.latin ?? '', lang: '' }
  const native = { text: names.nativeScript ?? '', lang: '' }
  const order = locale.value === 'zh-CN' ? [zh, latin, native] : [latin, zh, native]
  const seen = new Set<string>()
  return order.filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
}

export function nameOf(names: PersonNames): string {
  return nameForms(names)[0]?.text ?? ''
}

const DEGREES = ['doctor', 'master', 'bachelor'] as const

/** The usual degrees by name; anything else as the person writes it. */
export function useDegreeNames(): (level: string) => string {
  const t = useTexts(texts)
  return (level) => {
    const known = DEGREES.find((one) => one === level)
    return known ? t(`background.degree.${known}`) : level
  }
}

/** Words in a row, as the reader's language joins them. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(locale.value).format(words)
}
