import { useTexts } from '@/shared/i18n'
import sharedTexts from '@/shared/texts'

type Year = number | null | undefined

/** Years from–to in words; without an end it goes on, without a beginning only the end is known. */
export function useYears(): (from: Year, to: Year) => string {
  const t = useTexts(sharedTexts)
  return (from, to) => {
    // As text: a year has no thousands separator.
    if (from && to) {
      return from === to
        ? t('years.single', { from: `${from}` })
        : t('years.range', { from: `${from}`, to: `${to}` })
    }
    if (from) return t('years.since', { from: `${from}` })
    return to ? t('years.until', { to: `${to}` }) : ''
  }
}
