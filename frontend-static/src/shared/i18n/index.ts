export { inWords, spoken, type Bilingual, type Spoken } from './bilingual'
export {
  countryName,
  formatDate,
  formatList,
  formatNumber,
  languageName,
  timeZoneName,
} from './format'
export { i18n, locale, setLocale, useTexts, type Values } from './locale'
export { defineTexts, LOCALES, type Locale, type TextKey, type Texts } from './texts'
