import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { setLocale } from '@/shared/i18n'
import { CAPITALS, HEFEI } from './capitals'
import type { Concentration } from './figures'
import { bubble, globe, parted, placed, steps, type GlobeWords } from './globe'
import type { Look } from './look'
import MapPage from './MapPage.vue'

const look: Look = {
  page: '#ffffff',
  text: '#222222',
  muted: '#666666',
  hair: '#dddddd',
  seal: '#b5352a',
  font: 'sans-serif',
  series: ['#1f7063'],
  scale: ['#ffffff', '#1f7063'],
}
const words: GlobeWords = {
  country: (code) => `国别${code}`,
  count: String,
  here: '安徽',
  note: '不画国界',
  parts: {
    europe: '欧洲',
    asia: '亚洲',
    africa: '非洲',
    northAmerica: '北美洲',
    southAmerica: '南美洲',
    oceania: '大洋洲',
  },
}

describe('a place on the picture', () => {
  it('is known for every other member of the United Nations, once, within the picture', () => {
    expect(CAPITALS.size).toBe(193) // without China, with Palestine
    expect(CAPITALS.has('CN')).toBe(false)
    for (const [code, { east, north }] of CAPITALS) {
      expect(Math.abs(east), code).toBeLessThanOrEqual(180)
      expect(north, code).toBeGreaterThan(-52)
      expect(north, code).toBeLessThan(72)
    }
  })

  it('is none for what is no state', () => {
    for (const code of ['HK', 'MO', 'TW']) expect(CAPITALS.has(code)).toBe(false)
  })

  const at = (code: string) => placed(CAPITALS.get(code) ?? HEFEI)

  it('has Europe to the left of Hefei, Japan and America to the right, and nobody torn off', () => {
    const [home, up] = placed(HEFEI)
    expect(up).toBeGreaterThan(0)
    expect(at('DE')[0]).toBeLessThan(home)
    expect(at('JP')[0]).toBeGreaterThan(home)
    expect(at('US')[0]).toBeGreaterThan(at('JP')[0])
    expect(at('BR')[0]).toBeGreaterThan(at('US')[0])
    expect(at('CV')[0]).toBeLessThan(at('SN')[0])
    // Across the date line there is no gap.
    expect(at('WS')[0]).toBeGreaterThan(at('FJ')[0])
    expect(at('ZA')[1]).toBeLessThan(0)
  })

  it('follows the projection of Robinson', () => {
    expect(placed({ east: 150, north: 0 })).toEqual([0, 0])
    const [x, y] = placed({ east: -120, north: 45 })
    expect(x).toBeCloseTo(0.8487 * 0.8962 * (Math.PI / 2), 6)
    expect(y).toBeCloseTo(1.3523 * 0.5571, 6)
  })
})

describe('a bubble', () => {
  it('has an area in proportion to the number', () => {
    expect(bubble(100, 100, 40)).toBe(40)
    expect(bubble(25, 100, 40)).toBe(20)
  })

  it('can be seen however little it is, and is none for nothing', () => {
    expect(bubble(1, 10_000, 40)).toBe(5)
    expect(bubble(0, 100, 40)).toBe(0)
    expect(bubble(0, 0, 40)).toBe(0)
  })

  it('is explained by plain numbers', () => {
    expect(steps(1)).toEqual([1])
    expect(steps(7)).toEqual([5, 1])
    expect(steps(100)).toEqual([100, 20, 5])
    expect(steps(380)).toEqual([200, 50, 10])
  })
})

describe('the picture', () => {
  const counted = [
    { code: 'SG', count: 4 },
    { code: 'TW', count: 3 },
    { code: 'DE', count: 16 },
    { code: 'FR', count: 0 },
  ]

  it('drops nobody: who has no place is named', () => {
    const { placed: shown, elsewhere } = parted(counted)
    expect(shown.map(({ code }) => code)).toEqual(['DE', 'SG'])
    expect(elsewhere).toEqual([{ code: 'TW', count: 3 }])
  })

  it('has the larger first, and a line from Hefei to each', () => {
    const { series } = globe(look, counted, words)
    const [, , away, bubbles] = series as {
      data: { name?: string; value?: number[]; symbolSize?: number; coords?: number[][] }[]
      labelLayout?: unknown
    }[]
    expect(bubbles?.data.map(({ name }) => name)).toEqual(['国别DE', '国别SG'])
    expect(bubbles?.data[1]?.symbolSize).toBe((bubbles?.data[0]?.symbolSize ?? 0) / 2)
    expect(bubbles?.labelLayout).toEqual({ hideOverlap: true })
    expect(away?.data.map(({ coords }) => coords?.[0])).toEqual([placed(HEFEI), placed(HEFEI)])
  })

  it('writes names away from its edge, where they would be cut', () => {
    const { series } = globe(look, [...counted, { code: 'BR', count: 1 }], words)
    const bubbles = (series as { data: { name?: string; label?: { position: string } }[] }[])[3]
    expect(bubbles?.data.map(({ name, label }) => [name, label?.position])).toEqual([
      ['国别DE', 'right'],
      ['国别SG', 'right'],
      ['国别BR', 'left'],
    ])
  })

  it('has Hefei under its own sign, in the colour of a seal, also where there is nothing', () => {
    const { series } = globe(look, [], words)
    expect(series).toContainEqual(
      expect.objectContaining({ itemStyle: expect.objectContaining({ color: look.seal }) }),
    )
  })

  it('stands still for whoever wants calm', () => {
    const before = window.matchMedia
    window.matchMedia = ((query: string) => ({ matches: query.includes('reduce') })) as never
    expect(globe(look, counted, words).animation).toBe(false)
    window.matchMedia = before
  })
})

describe('the page of the map', () => {
  const spread = (
    measure: Concentration['all'][number]['measure'],
    shares: Concentration['all'][number]['shares'],
  ) => ({ measure, things: 9, counted: 9, places: shares.length, shares })
  const figures: Concentration = {
    by: 'country',
    closedNeeds: 'all',
    all: [
      spread('projectsRunning', [{ code: 'JP', count: 2, share: 1 }]),
      spread('people', [
        { code: 'DE', count: 6, share: 0.6 },
        { code: 'HK', count: 3, share: 0.3 },
        { code: 'SG', count: 1, share: 0.1 },
      ]),
    ],
    years: [],
  }
  let asked: string[] = []

  beforeEach(() => {
    asked = []
    vi.stubGlobal('fetch', (request: Request) => {
      const { pathname, search } = new URL(request.url)
      if (pathname !== '/api/picture/concentration') return new Promise(() => undefined)
      asked.push(search)
      return Promise.resolve(Response.json(figures))
    })
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await setLocale('zh-CN')
  })

  async function open(address: string) {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/workspace/picture/map', name: 'map', component: MapPage }],
    })
    await router.push(address)
    const page = mount(MapPage, { global: { plugins: [router], stubs: { FigureChart: true } } })
    await flushPromises()
    return { page, router }
  }

  it('counts what the address says and keeps what is chosen there', async () => {
    const { page, router } = await open('/workspace/picture/map?show=people&city=hefei&from=2020')
    expect(asked).toEqual(['?by=country&city=hefei&from=2020'])
    expect(page.findAll('tbody th').map((cell) => cell.text())).toEqual([
      '德国',
      '中国香港',
      '新加坡',
    ])
    await page.get('#figure-measure').setValue('projectsRunning')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({
      show: 'projectsRunning',
      city: 'hefei',
      from: '2020',
    })
    expect(page.findAll('tbody th').map((cell) => cell.text())).toEqual(['日本'])
    // The same answer holds every figure.
    expect(asked).toHaveLength(1)
    await page.get('#figure-to').setValue('2024')
    await flushPromises()
    expect(asked[1]).toBe('?by=country&city=hefei&from=2020&to=2024')
  })

  it.each([
    ['zh-CN', '不画国界', '图中未标示位置：中国香港（3）'],
    ['en', 'no borders are drawn', 'Not placed in the picture: Hong Kong, China (3)'],
  ] as const)('says in %s what it is not and whom it leaves out', async (locale, not, out) => {
    await setLocale(locale)
    const { page } = await open('/workspace/picture/map?show=people')
    expect(page.text()).toContain(not)
    expect(page.text()).toContain(out)
    expect(page.text()).not.toContain(locale === 'en' ? 'picture: Germany' : '位置：德国')
  })

  it('says that nobody is left out by saying nothing', async () => {
    const { page } = await open('/workspace/picture/map')
    expect(page.text()).not.toContain('图中未标示位置')
  })
})
