import type { DemandCard } from '@/shared/demand'
import type { NamedPerson } from '@/shared/people'
import type { NeedCluster, PdfView, ResearchKind, ResearchText, SaveResearch } from './api'

/** A need as a form names it; outlines have no title. */
export interface NamedNeed {
  id: number
  title: string
  city: string
}

export interface TopicDraft {
  /** Stays the same while the topic does; none for a new one. */
  key: string
  title: { zh: string; en: string }
  text: { zh: string; en: string }
  needs: NamedNeed[]
  cities: string[]
  experts: NamedPerson[]
}

/** An author of the repository, or outside by name: `people` is a list because its control is. */
export interface AuthorDraft {
  people: NamedPerson[]
  name: string
}

/** A study or a guide as its form holds it; plain JSON, so that it outlives a reload. */
export interface Draft {
  version: number | null
  kind: ResearchKind
  title: { zh: string; en: string }
  text: { zh: string; en: string }
  themes: string[]
  authors: AuthorDraft[]
  pdf: PdfView | null
  deadline: string
  topics: TopicDraft[]
}

export function empty(kind: ResearchKind): Draft {
  return {
    version: null,
    kind,
    title: { zh: '', en: '' },
    text: { zh: '', en: '' },
    themes: [],
    authors: kind === 'study' ? [{ people: [], name: '' }] : [],
    pdf: null,
    deadline: '',
    topics: [],
  }
}

type Person = ResearchText['topics'][number]['experts'][number]
const named = ({ id, names }: Person): NamedPerson => ({
  id,
  name: names.zh || names.latin || names.nativeScript || `#${id}`,
})
const both = (text: { zh?: string | null; en?: string | null }) => ({
  zh: text.zh ?? '',
  en: text.en ?? '',
})

export function namedNeed(need: Pick<DemandCard, 'id' | 'title' | 'city'>): NamedNeed {
  return { id: need.id, title: need.title ?? '', city: need.city ?? '' }
}

export function draftOf(one: ResearchText, version: number): Draft {
  return {
    version,
    kind: one.kind,
    title: both(one.title),
    text: both(one.text),
    themes: [...one.themes],
    authors: one.authors.map(({ person, name }) => ({
      people: person ? [named(person)] : [],
      name: name ?? '',
    })),
    pdf: one.pdf ?? null,
    deadline: one.deadline ?? '',
    topics: one.topics.map((topic) => ({
      key: topic.key,
      title: both(topic.title),
      text: both(topic.text),
      needs: topic.needs.map(namedNeed),
      cities: [...topic.cities],
      experts: topic.experts.map(named),
    })),
  }
}

/** A topic that begins with what some needs have in common; those that another topic has already are left there. */
export function topicOf(cluster: NeedCluster, taken: ReadonlySet<number>): TopicDraft | null {
  const needs = cluster.needs.filter(({ id }) => !taken.has(id)).map(namedNeed)
  if (needs.length === 0) return null
  return {
    key: '',
    title: both(cluster.label ?? {}),
    text: { zh: '', en: '' },
    needs,
    cities: [...new Set(needs.map(({ city }) => city).filter((city) => city !== ''))],
    experts: [],
  }
}

export function needsOf(draft: Draft): Set<number> {
  return new Set(draft.topics.flatMap(({ needs }) => needs.map(({ id }) => id)))
}

/** As the server takes it. */
export function toSave(draft: Draft): SaveResearch {
  const word = (text: string) => (text.trim() === '' ? null : text.trim())
  const bilingual = (text: { zh: string; en: string }) => ({ zh: word(text.zh), en: word(text.en) })
  const study = draft.kind === 'study'
  return {
    kind: draft.kind,
    title: bilingual(draft.title),
    text: bilingual(draft.text),
    themes: study ? draft.themes : [],
    authors: study
      ? draft.authors
          .map(({ people, name }) => ({
            expert: people[0]?.id ?? null,
            name: people[0] ? null : word(name),
          }))
          .filter(({ expert, name }) => expert !== null || name !== null)
      : [],
    pdf: study ? (draft.pdf?.key ?? null) : null,
    deadline: study ? null : word(draft.deadline),
    topics: study
      ? []
      : draft.topics.map((topic) => ({
          key: word(topic.key),
          title: bilingual(topic.title),
          text: bilingual(topic.text),
          needs: topic.needs.map(({ id }) => id),
          cities: topic.cities,
          experts: topic.experts.map(({ id }) => id),
        })),
  }
}
