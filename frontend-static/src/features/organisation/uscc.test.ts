import { expect, it } from 'vitest'
import { codeFault, tidyCode } from './uscc'

// A made-up organisation's first 17 characters; the one fitting check character is looked for below.
const START = '91340100MA2MRUF95'

it('takes a code whose check character fits, also with blanks, hyphens and small letters', () => {
  const right = checked(START)
  expect(codeFault(right)).toBeNull()
  expect(codeFault(right.toLowerCase().replace(/(.{4})/g, '$1 '))).toBeNull()
  expect(tidyCode('ａ１-b 2')).toBe('A1B2')
})

it('refuses every single wrong character and every swap of two different neighbours', () => {
  const right = checked(START)
  for (let i = 0; i < 18; i += 1) {
    const other = right[i] === '7' ? '8' : '7'
    expect(codeFault(right.slice(0, i) + other + right.slice(i + 1)), `${i}`).toEqual({
      kind: 'check',
    })
    if (i < 16 && right[i] !== right[i + 1]) {
      const swapped = right.slice(0, i) + right[i + 1] + right[i] + right.slice(i + 2)
      expect(codeFault(swapped), `${i}`).toEqual({ kind: 'check' })
    }
  }
})

it('says which character cannot be, and how long it is', () => {
  expect(codeFault('9134O100')).toEqual({ kind: 'character', position: 5, character: 'O' })
  expect(codeFault('9134')).toEqual({ kind: 'length', length: 4 })
})

/** Finds the one last character that fits. */
function checked(start: string): string {
  const fitting = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((c) => !codeFault(start + c))
  expect(fitting).toHaveLength(1)
  return start + fitting[0]
}
