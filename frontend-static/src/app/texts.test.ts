import { describe, expect, it } from 'vitest'
import { i18n, useTexts, type Texts } from '@/shared/i18n'

const found = import.meta.glob<Texts<object>>(
  ['../features/**/texts.ts', '../shared/**/texts.ts', './texts.ts', '!../shared/i18n/texts.ts'],
  { eager: true, import: 'default' },
)

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${path}${key}`, value]]
      : leaves(value as object, `${path}${key}.`),
  )
}

describe.each(Object.entries(found))('the texts of %s', (_file, texts) => {
  const zh = leaves(texts.zh)
  const en = leaves(texts.en)

  it('have the same keys in both languages', () => {
    expect(en.map(([key]) => key).sort()).toEqual(zh.map(([key]) => key).sort())
  })

  it('name the same values in both languages', () => {
    const names = (text = '') => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    const english = new Map(en)
    for (const [key, text] of zh) {
      // A plural may say "one" in place of {count}; every other value must appear in both.
      expect(names(english.get(key)), key).toEqual(names(text))
    }
  })

  it('are well-formed messages', () => {
    const t = useTexts(texts) as (key: string, values: Record<string, string | number>) => string
    for (const language of ['zh-CN', 'en'] as const) {
      i18n.global.locale.value = language
      for (const [key] of zh) expect(() => t(key, { count: 2 }), key).not.toThrow()
    }
    i18n.global.locale.value = 'zh-CN'
  })

  it('use full-width punctuation in Chinese', () => {
    for (const [key, text] of zh) expect(text, key).not.toMatch(/\p{Script=Han}[,;:!?()]/u)
  })
})

it('finds texts', () => {
  expect(Object.keys(found).length).toBeGreaterThan(2)
})

it('gives every feature its own namespace', () => {
  const namespaces = Object.values(found).map((texts) => texts.namespace)
  expect(new Set(namespaces).size).toBe(namespaces.length)
})
