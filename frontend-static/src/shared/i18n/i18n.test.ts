import { afterEach, expect, it } from 'vitest'
import {
  countryName,
  defineTexts,
  formatDate,
  inWords,
  languageName,
  setLocale,
  spoken,
  useTexts,
} from '.'

afterEach(() => setLocale('zh-CN'))

const texts = defineTexts(
  'i18n-test',
  { found: '找到 {count} 人', greeting: '您好，{name}' },
  { found: 'one person | {count} people', greeting: 'Hello {name}' },
)

it('chooses the plural by count', () => {
  const t = useTexts(texts)
  expect(t('found', { count: 1 })).toBe('找到 1 人')
  setLocale('en')
  expect(t('found', { count: 1 })).toBe('one person')
  expect(t('found', { count: 3 })).toBe('3 people')
  expect(t('greeting', { name: 'Ada' })).toBe('Hello Ada')
})

it('falls back to the other language and says so', () => {
  expect(spoken({ en: 'Only English' })).toEqual({ text: 'Only English', lang: 'en' })
  expect(inWords({ zh: '中文', en: 'English' })).toBe('中文')
  expect(spoken(null)).toEqual({ text: '', lang: 'zh-CN' })
})

it('names countries and languages, officially where it matters', () => {
  expect(countryName('DE')).toBe('德国')
  expect(countryName('TW')).toBe('中国台湾')
  expect(languageName('de', 'en')).toBe('German')
  expect(countryName('not a code')).toBe('not a code')
})

it('keeps a calendar day the same in every zone', () => {
  expect(formatDate('2026-03-01')).toBe('2026年3月1日')
})
