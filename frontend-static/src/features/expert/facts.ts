import {
  countryName,
  formatDate,
  inWords,
  languageName,
  timeZoneName,
  useTexts,
} from '@/shared/i18n'
import { useYears } from '@/shared/ui'
import { useVocabulary } from '@/shared/vocabulary'
import type { ExpertView, Group } from './api'
import texts from './texts'
import { nameForms, useDegreeNames } from './words'

/** What a profile says, without whose and how it is kept. */
export type ProfileContent = Pick<
  ExpertView,
  | 'names'
  | 'title'
  | 'summary'
  | 'affiliations'
  | 'degrees'
  | 'residence'
  | 'nationality'
  | 'domains'
  | 'freeDomains'
  | 'industries'
  | 'languages'
  | 'countries'
  | 'competences'
  | 'evidence'
  | 'offers'
  | 'availability'
  | 'preferredLanguage'
  | 'timeZone'
  | 'contact'
  | 'identifiers'
>

/** A field in words: one line for each value. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly lines: readonly string[]
}

type Part = string | number | null | undefined
const joined = (separator: string, ...parts: readonly Part[]) =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(separator)

/** Profiles in words, to be laid side by side: the same fields in the same order, empty ones too. */
export function useFacts() {
  const t = useTexts(texts)
  const years = useYears()
  const { label } = useVocabulary()
  const degreeName = useDegreeNames()

  function factsOf(profile: ProfileContent): Record<Group, readonly Fact[]> {
    const fact = (key: string, name: string, ...lines: readonly Part[]): Fact => ({
      key,
      label: name,
      lines: lines.flatMap((line) => (line ? [String(line)] : [])),
    })
    const { names, title, summary, availability, contact, identifiers } = profile
    return {
      basics: [
        fact('names', t('fact.names'), ...nameForms(names).map(({ text }) => text)),
        fact('others', t('fact.otherNames'), ...(names.others ?? [])),
        fact(
          'title',
          t('fact.title'),
          title.zh,
          title.en,
          title.level ? label('titleLevels', title.level) : '',
        ),
        fact('summary', t('summary'), summary.zh, summary.en),
        fact('residence', t('fact.residence'), profile.residence && countryName(profile.residence)),
        fact('orcid', 'ORCID', identifiers?.orcid),
        fact('openalex', 'OpenAlex', identifiers?.openalex),
      ],
      expertise: [
        fact('domains', t('knows'), ...profile.domains.map((domain) => inWords(domain.label))),
        fact('freeDomains', t('freeWords'), ...profile.freeDomains),
        fact(
          'industries',
          t('industries'),
          ...profile.industries.map((code) => label('industries', code)),
        ),
        fact(
          'competences',
          t('competences'),
          ...profile.competences.map((code) => label('competences', code)),
        ),
      ],
      languages: [
        fact(
          'languages',
          t('group.languages'),
          ...profile.languages.map(({ code, level }) =>
            joined(' ', languageName(code), label('languageLevels', level)),
          ),
        ),
      ],
      countries: [
        fact(
          'countries',
          t('group.countries'),
          ...profile.countries.map((stay) =>
            joined(
              ' · ',
              countryName(stay.code),
              label('countryExperienceKinds', stay.kind),
              years(stay.from, stay.to),
              stay.note,
            ),
          ),
        ),
      ],
      evidence: [
        fact(
          'evidence',
          t('group.evidence'),
          ...profile.evidence.map((piece) =>
            joined(' · ', piece.title, label('evidenceKinds', piece.kind), piece.year, piece.doi),
          ),
        ),
      ],
      background: [
        fact(
          'affiliations',
          t('background.affiliations'),
          ...profile.affiliations.map((post) =>
            joined(
              ' · ',
              inWords(post.name),
              post.role,
              post.country && countryName(post.country),
              years(post.from, post.to),
            ),
          ),
        ),
        fact(
          'degrees',
          t('background.degrees'),
          ...profile.degrees.map((degree) =>
            joined(
              ' · ',
              degree.level && degreeName(degree.level),
              degree.field,
              degree.institution,
              degree.year,
            ),
          ),
        ),
        fact(
          'nationality',
          t('fact.nationality'),
          profile.nationality && countryName(profile.nationality),
        ),
      ],
      offers: [
        fact(
          'offers',
          t('group.offers'),
          ...profile.offers.map((code) => label('offerKinds', code)),
        ),
        fact(
          'availability',
          t('offers.availability'),
          availability?.status === 'open' ||
            availability?.status === 'limited' ||
            availability?.status === 'none'
            ? t(`offers.${availability.status}`)
            : '',
          availability?.from && t('offers.from', { date: formatDate(availability.from) }),
          availability?.note,
        ),
        fact(
          'preferredLanguage',
          t('fact.language'),
          profile.preferredLanguage && languageName(profile.preferredLanguage),
        ),
        fact('timeZone', t('fact.timeZone'), profile.timeZone && timeZoneName(profile.timeZone)),
      ],
      contact: [
        fact('contact', t('group.contact'), contact?.email, contact?.phone, contact?.other),
      ],
    }
  }

  return { factsOf }
}
