import { describe, expect, it } from 'vitest'
import { drawn, turnsFromAddress, turnsToAddress } from './rotation'

describe('rotation', () => {
  it('is off unless the address says otherwise', () => {
    for (const text of [undefined, null, '', '1', '7-0', '7-4', '-7-1', '7-1.5', 'a-1', ['7-1']]) {
      expect(turnsFromAddress(text)).toBeNull()
    }
    expect(turnsToAddress(null)).toBeUndefined()
  })

  it('comes back from the address', () => {
    const turns = { seed: drawn(), band: 2 }
    expect(turnsFromAddress(turnsToAddress(turns))).toEqual(turns)
    expect(turnsFromAddress('0-1')).toEqual({ seed: 0, band: 1 })
  })

  it('draws seeds that the server takes', () => {
    const seeds = Array.from({ length: 100 }, drawn)
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 1e9)).toBe(true)
    expect(new Set(seeds).size).toBeGreaterThan(50)
  })
})
