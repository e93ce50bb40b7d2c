import { spoken } from '@/shared/i18n'
import type { ResearchAuthor } from './api'

type Person = NonNullable<ResearchAuthor['person']>

/** What somebody is called in the reader's language, or else at all. */
export function personName({ id, names }: Pick<Person, 'id' | 'names'>): string {
  return spoken({ zh: names.zh, en: names.latin }).text || names.nativeScript || `#${id}`
}

export function authorNames(authors: readonly ResearchAuthor[]): string[] {
  return authors.map(({ person, name }) => (person ? personName(person) : (name ?? '')))
}
