import { formatNumber, inWords, locale, useTexts } from '@/shared/i18n'
import { useVocabulary } from '@/shared/vocabulary'
import demandTexts from './texts'
import type {
  AskedCompetence,
  AskedCountry,
  AskedDomain,
  AskedFor,
  AskedLanguage,
  Budget,
  DemandCard,
  DemandView,
} from './types'

/** Finds the reader's words for what a need says in codes. */
export function useDemandWords() {
  const t = useTexts(demandTexts)
  const { label } = useVocabulary()

  function budget(value: Budget | null | undefined): string {
    const { min, max } = value ?? {}
    const has = (amount: number | null | undefined): amount is number => typeof amount === 'number'
    // Budgets are kept in units of 10,000 yuan, which nobody counts in outside Chinese.
    const scaled = (amount: number) =>
      formatNumber(locale.value === 'zh-CN' ? amount : amount * 10_000)
    if (has(min) && has(max)) {
      return min === max
        ? t('budget.exact', { min: scaled(min) })
        : t('budget.range', { min: scaled(min), max: scaled(max) })
    }
    if (has(min)) return t('budget.from', { min: scaled(min) })
    return has(max) ? t('budget.upTo', { max: scaled(max) }) : t('budget.open')
  }

  function domain(asked: AskedDomain): string {
    return asked.code ? inWords(asked.label) || asked.code : (asked.text ?? '')
  }

  function place(asked: AskedCountry): string {
    return asked.code ? label('countries', asked.code) : label('regions', asked.region ?? '')
  }

  function country(asked: AskedCountry): string {
    const kind = asked.kind ? label('countryExperienceKinds', asked.kind) : ''
    return kind ? `${place(asked)} · ${kind}` : place(asked)
  }

  function level(code: string): string {
    return code === 'native' ? label('languageLevels', code) : code
  }

  function language(asked: AskedLanguage): string {
    return `${label('languages', asked.code)} ${level(asked.level)}`.trim()
  }

  function competence(asked: AskedCompetence): string {
    return label('competences', asked.code)
  }

  /** What stands at a place of the need, such as `/languages/0`; empty when nothing does. */
  function at(need: AskedFor, pointer: string): string {
    const [, list, position] = pointer.split('/')
    const index = Number(position)
    switch (list) {
      case 'domains':
        return told(need.domains[index], domain)
      case 'languages':
        return told(need.languages[index], language)
      case 'countries':
        return told(need.countries[index], country)
      case 'competences':
        return told(need.competences[index], competence)
      default:
        return ''
    }
  }

  /** All that is asked of the people, musts first. */
  function wanted(need: AskedFor): { key: string; words: string; must: boolean; weight: number }[] {
    const all = [
      ...need.domains.map((asked) => ({ asked, words: domain(asked) })),
      ...need.languages.map((asked) => ({ asked, words: language(asked) })),
      ...need.countries.map((asked) => ({ asked, words: country(asked) })),
      ...need.competences.map((asked) => ({ asked, words: competence(asked) })),
    ].map(({ asked, words }, index) => ({
      key: `${index} ${words}`,
      words,
      must: asked.must,
      weight: asked.weight,
    }))
    return [...all.filter(({ must }) => must), ...all.filter(({ must }) => !must)]
  }

  function title(demand: DemandCard | DemandView): string {
    if (demand.title) return demand.title
    if (demand.disclosure === 'full') return t('untitled')
    const kind = label('demandKinds', demand.kind)
    return t(demand.confidentiality === 'registered' ? 'registeredTitle' : 'confidentialTitle', {
      kind,
    })
  }

  /** The language of a title or description, for the `lang` attribute. */
  function spokenIn(demand: DemandCard | DemandView): string | undefined {
    if (!demand.title || !demand.language) return undefined
    return demand.language === 'zh' ? 'zh-CN' : demand.language
  }

  return {
    budget,
    domain,
    place,
    country,
    language,
    competence,
    at,
    wanted,
    title,
    spokenIn,
    label,
  }
}

function told<T>(asked: T | undefined, words: (asked: T) => string): string {
  return asked ? words(asked) : ''
}
