/**
 * The unified social credit code (统一社会信用代码) after GB 32100-2015: 18 characters of an
 * alphabet without I, O, S, V and Z; the last is the check character. The server checks again.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

export type CodeFault =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'character'; readonly position: number; readonly character: string }
  | { readonly kind: 'check' }

/** As codes are written: capitals, without blanks and hyphens that were typed for reading. */
export function tidyCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** What is wrong with a code; nothing if it can stand. */
export function codeFault(text: string): CodeFault | null {
  const code = [...tidyCode(text)]
  const wrong = code.findIndex((character) => !ALPHABET.includes(character))
  if (wrong >= 0) return { kind: 'character', position: wrong + 1, character: code[wrong] ?? '' }
  if (code.length !== LENGTH) return { kind: 'length', length: code.length }
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, -1)) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return code.at(-1) === ALPHABET[(31 - (sum % 31)) % 31] ? null : { kind: 'check' }
}
