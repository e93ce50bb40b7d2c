/**
 * Texts of a feature in both languages. Chinese comes first and decides the keys; a key that is
 * missing from, or unknown to, English is a type error.
 */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export interface TextTree {
  readonly [key: string]: string | TextTree
}

export type SameKeys<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]>
}

/** The dotted paths that lead to a text, such as `hero.title`. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`
}[keyof T & string]

export interface Texts<T> {
  readonly namespace: string
  readonly zh: T
  readonly en: SameKeys<T>
}

export function defineTexts<const T extends TextTree>(
  namespace: string,
  zh: T,
  en: SameKeys<NoInfer<T>>,
): Texts<T> {
  return { namespace, zh, en }
}
