import { countryName, formatNumber, inWords, locale, useTexts } from '@/shared/i18n'
import sharedTexts from '@/shared/texts'
import { useVocabulary } from '@/shared/vocabulary'
import type { CriterionContribution, Gain, Reason } from './types'
import fitTexts from './texts'

const SHOWN_COUNTRIES = 3

/** Finds the reader's words for the facts that a score rests on. */
export function useReasons() {
  const t = useTexts(fitTexts)
  const shared = useTexts(sharedTexts)
  const vocabulary = useVocabulary()

  function level(code: string | null | undefined): string {
    return code === 'native' ? shared('level.native') : (code ?? '')
  }

  function years(from: number | null | undefined, to: number | null | undefined): string {
    if (from && to) {
      return from === to
        ? shared('years.single', { from: `${from}` })
        : shared('years.range', { from: `${from}`, to: `${to}` })
    }
    if (from) return shared('years.since', { from: `${from}` })
    return to ? shared('years.until', { to: `${to}` }) : ''
  }

  /** Countries of which any will do: as the group they make up, or by some of their names. */
  function countries(codes: readonly string[]): string {
    const group = codes.length > 1 ? vocabulary.groupOf(codes) : undefined
    if (group) return t('countryOfGroup', { group: inWords(group.label) })
    const names = codes.slice(0, SHOWN_COUNTRIES).map((code) => countryName(code))
    const joined = names.join(t('separator'))
    return codes.length > SHOWN_COUNTRIES
      ? t('countriesMore', { countries: joined, count: codes.length })
      : joined
  }

  function country(reason: Reason): string {
    const held = reason.country
    if (!held) return ''
    const values = {
      country: countryName(held.code),
      kind: vocabulary.label('countryExperienceKinds', held.kind),
      years: years(held.from, held.to),
    }
    const what = t(values.years ? 'countryYears' : 'country', values)
    return reason.ofAskedKind === false ? t('countryOther', { what }) : what
  }

  function concept(reason: Reason): string {
    const asked = inWords(reason.askedConcept?.label)
    const held = inWords(reason.heldConcept?.label)
    if (reason.how === 'narrower') return t('conceptNarrower', { asked, held })
    if (reason.how === 'broader') return t('conceptBroader', { asked, held })
    return t(reason.declared ? 'conceptDeclared' : 'conceptEvidenced', { held })
  }

  function words(reason: Reason): string {
    switch (reason.kind) {
      case 'piece': {
        const { title = '', year } = reason.evidence ?? {}
        return year && title ? t('piece', { title, year: `${year}` }) : title
      }
      case 'piece-count':
        return reason.count ? t('pieceCount', { count: reason.count }) : t('fieldOnly')
      case 'concept':
        return concept(reason)
      case 'concept-missing':
        return t('conceptMissing', {
          asked: reason.askedConcept
            ? inWords(reason.askedConcept.label)
            : (reason.askedText ?? ''),
        })
      case 'language': {
        const values = {
          language: vocabulary.label('languages', reason.code ?? ''),
          held: level(reason.heldLevel),
          asked: level(reason.askedLevel),
        }
        return t(reason.speaksFor ? 'language' : 'languageBelow', values)
      }
      case 'language-missing':
        return t('languageMissing', {
          language: vocabulary.label('languages', reason.code ?? ''),
          asked: level(reason.askedLevel),
        })
      case 'country':
        return country(reason)
      case 'country-missing': {
        const kinds = (reason.kinds ?? []).map((code) =>
          vocabulary.label('countryExperienceKinds', code),
        )
        const values = {
          country: countries(reason.countries ?? []),
          kind: kinds.join(t('separator')),
        }
        return t(kinds.length > 0 ? 'countryMissingKind' : 'countryMissing', values)
      }
      case 'competence':
        return t('competence', { competence: vocabulary.label('competences', reason.code ?? '') })
      case 'competence-missing':
        return t('competenceMissing', {
          competence: vocabulary.label('competences', reason.code ?? ''),
        })
    }
  }

  /** What somebody could have that would move them up. */
  function gain({ kind, code, level: to, countries: where, experience, years }: Gain): string {
    switch (kind) {
      case 'language':
        return t('language', {
          language: vocabulary.label('languages', code ?? ''),
          held: level(to),
        })
      case 'country':
        return t('gainCountry', {
          country: countries(where ?? []),
          kind: vocabulary.label('countryExperienceKinds', experience ?? ''),
          years: years ?? 0,
        })
      case 'competence':
        return t('competence', { competence: vocabulary.label('competences', code ?? '') })
    }
  }

  /** A piece of evidence by its title; what the profile says itself has none. */
  function named({ evidence }: Reason): string {
    const title = evidence?.title
    return title ? t('quoted', { title }) : pieceKind(evidence?.kind ?? '')
  }

  /** A criterion in one line: what speaks for the person, shortest convincing form first. */
  function inShort(contribution: CriterionContribution): { text: string; met: boolean } {
    const { reasons } = contribution
    const speaking = reasons.filter((reason) => reason.speaksFor)
    const pieces = speaking.filter((reason) => reason.kind === 'piece')
    const others = speaking.filter(
      (reason) => reason.kind !== 'piece' && reason.kind !== 'piece-count',
    )
    const told = unique([...declared(others), ...others.filter(simply).map(words)]).slice(0, 3)
    const best = pieces.find(({ evidence }) => evidence?.title) ?? pieces[0]
    if (best) {
      const counted = speaking.find((reason) => reason.kind === 'piece-count')?.count
      const count = Math.max(counted ?? 0, pieces.length)
      const example = named(best)
      told.push(count > 1 ? t('pieces', { count, example }) : t('pieceOne', { example }))
    }
    if (told.length > 0) return { text: told.join(t('sentence')), met: true }
    return { text: missing(contribution).join(t('sentence')) || t('nothing'), met: false }
  }

  /** The very concepts that were asked for, named together. */
  function declared(reasons: readonly Reason[]): string[] {
    return [true, false].flatMap((own) => {
      const held = reasons
        .filter((reason) => !simply(reason) && (reason.declared === true) === own)
        .map((reason) => inWords(reason.heldConcept?.label))
      return held.length > 0
        ? [
            t(own ? 'conceptDeclared' : 'conceptEvidenced', {
              held: unique(held).join(t('separator')),
            }),
          ]
        : []
    })
  }

  /** What is missing for a criterion although something else speaks for the person. */
  function missing(contribution: CriterionContribution): string[] {
    return unique(contribution.reasons.filter((reason) => !reason.speaksFor).map(words))
  }

  function pieceKind(code: string): string {
    const known = fitTexts.zh.piecesKind as Record<string, string>
    return code in known
      ? t(`piecesKind.${code as keyof typeof fitTexts.zh.piecesKind}`)
      : t('piecesKind.other')
  }

  function percent(share: number): string {
    return formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
  }

  return { words, level, gain, inShort, missing, pieceKind, percent, years, locale }
}

/** Whether a reason is told by itself; the concepts that were asked for are told together. */
function simply({ kind, how }: Reason): boolean {
  return kind !== 'concept' || how === 'narrower' || how === 'broader'
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words.filter(Boolean))]
}
