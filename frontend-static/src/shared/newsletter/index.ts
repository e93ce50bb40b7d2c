import { send, type Schema } from '@/shared/api'
import { useTexts } from '@/shared/i18n'
import texts from './texts'

export { default as RhythmFields } from './RhythmFields.vue'
export { default as SaveSearch } from './SaveSearch.vue'

export type Newsletter = Schema<'NewsletterView'>
export type Rhythm = Newsletter['rhythm']
export const RHYTHMS = ['daily', 'weekly', 'monthly'] as const
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

export async function subscribe(
  body: Schema<'Subscribe'>,
  signal?: AbortSignal,
): Promise<Newsletter> {
  const options = { body, ...(signal ? { signal } : {}) }
  return (await send<Newsletter>('POST', '/api/newsletters', options)).data
}

/** How often something comes, such as 每星期一. */
export function useRhythmWords() {
  const t = useTexts(texts)
  return (rhythm: string, weekday?: number | null): string =>
    rhythm === 'weekly' && weekday
      ? t('every', { weekday: t(`weekdays.d${weekday as Weekday}`) })
      : t(`rhythms.${rhythm as Rhythm}`)
}

/** The address of a page's state, without what does not narrow anything down. */
export function toQuery(parameters: Record<string, string | readonly string[]>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (name === 'page' || name === 'sort') continue
    for (const one of typeof value === 'string' ? [value] : value) query.append(name, one)
  }
  return query.toString()
}
