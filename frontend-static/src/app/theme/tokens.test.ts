import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/app/theme/tokens.css', 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(css)?.[1] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--zq-([\w-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]),
  ) as Record<string, string>
}

/** Relative luminance and contrast as in WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const SURFACES = ['page', 'raised', 'wash']
const TEXTS = ['text', 'text-muted', 'heading', 'link', 'action', 'danger', 'notice']
const PAIRS: [string, string][] = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface): [string, string] => [text, surface])),
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['on-seal', 'seal'],
  ['action', 'action-wash'],
  ['text', 'action-wash'],
  ['heading', 'action-wash'],
  ['text', 'danger-wash'],
  ['danger', 'danger-wash'],
  ['notice', 'notice-wash'],
]
const GRAPHICS = [
  'fit-domain',
  'fit-language',
  'fit-country',
  'fit-wishes',
  'control-edge',
  'focus',
]

describe.each([
  ['light', tokens(':root')],
  ['dark', { ...tokens(':root'), ...tokens(':root\\.dark') }],
])('the %s colours', (_name, colours) => {
  it.each(PAIRS)('let %s be read on %s', (text, surface) => {
    expect(contrast(colours[text] ?? '', colours[surface] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(GRAPHICS)('let %s be seen on the page', (graphic) => {
    expect(contrast(colours[graphic] ?? '', colours['page'] ?? '')).toBeGreaterThanOrEqual(3)
  })
})
