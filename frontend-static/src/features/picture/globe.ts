import type { EChartsOption } from 'echarts'
import { CAPITALS, HEFEI, type Spot } from './capitals'
import { framed, NARROW, type Look } from './look'

/** A country with how much there is of it. */
export interface Counted {
  readonly code: string
  readonly count: number
}

/** The picture has Eastern Asia near its middle and ends in the Atlantic, where no capital is. */
const MIDDLE = 150
/** No capital is further north or south. */
const NORTH = 72
const SOUTH = -52

// Robinson's table, at every fifth degree from the equator to the pole.
const WIDTHS = [
  1, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986,
  0.7597, 0.7186, 0.6732, 0.6213, 0.5722, 0.5322,
]
const HEIGHTS = [
  0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903,
  0.8435, 0.8936, 0.9394, 0.9761, 1,
]

function between(table: readonly number[], degrees: number): number {
  const at = Math.min(degrees / 5, table.length - 1)
  const before = table[Math.floor(at)] ?? 0
  const after = table[Math.ceil(at)] ?? before
  return before + (after - before) * (at - Math.floor(at))
}

/** Where a spot is on the flat picture, by Robinson's projection: across and up from its middle. */
export function placed({ east, north }: Spot): [number, number] {
  return onPicture(((((east - MIDDLE + 180) % 360) + 360) % 360) - 180, north)
}

/** The same, of degrees counted from the middle of the picture. */
function onPicture(across: number, north: number): [number, number] {
  const y = 1.3523 * between(HEIGHTS, Math.abs(north))
  return [
    0.8487 * between(WIDTHS, Math.abs(north)) * ((across * Math.PI) / 180),
    north < 0 ? -y : y,
  ]
}

/** How wide a bubble is whose area is in proportion to what it stands for; never too small to see. */
export function bubble(count: number, most: number, widest: number): number {
  return count <= 0 || most <= 0 ? 0 : Math.max(5, widest * Math.sqrt(count / most))
}

/** Plain numbers that tell the order of size, the largest first. */
export function steps(most: number): number[] {
  const plain = (number: number) => {
    const ten = 10 ** Math.floor(Math.log10(number))
    return ([5, 2].find((one) => one * ten <= number) ?? 1) * ten
  }
  const wanted = [most, most / 4, most / 20].filter((one) => one >= 1).map(plain)
  return [...new Set(wanted)]
}

/** Those whose capital we know, the most first, and those that have to be named beside the picture. */
export function parted<T extends Counted>(
  all: readonly T[],
): {
  placed: (T & { spot: Spot })[]
  elsewhere: T[]
} {
  const counted = all.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  return {
    placed: counted.flatMap((one) => {
      const spot = CAPITALS.get(one.code)
      return spot ? [{ ...one, spot }] : []
    }),
    elsewhere: counted.filter(({ code }) => !CAPITALS.has(code)),
  }
}

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)
const ACROSS = range(-180, 180, 30)
const UP = range(-45, 60, 15)

/** The lines of longitude and latitude: all that is drawn of the world. */
function graticule(): { coords: [number, number][] }[] {
  return [
    ...ACROSS.map((across) => ({
      coords: range(SOUTH, NORTH, 4).map((north) => onPicture(across, north)),
    })),
    ...UP.map((north) => ({ coords: [onPicture(-180, north), onPicture(180, north)] })),
  ]
}

function degrees(value: number, positive: string, negative: string): string {
  if (value === 0) return '0°'
  return `${Math.abs(value)}°${value > 0 ? positive : negative}`
}

export interface GlobeWords {
  readonly country: (code: string) => string
  readonly count: (count: number) => string
  readonly here: string
  /** What the bubbles stand for and what the picture is not. */
  readonly note: string
  readonly parts: Readonly<Record<keyof typeof PARTS, string>>
}

/** Where the names of the parts of the world stand. */
const PARTS = {
  europe: { east: 42, north: 63 },
  asia: { east: 88, north: 58 },
  africa: { east: 20, north: 20 },
  northAmerica: { east: -105, north: 55 },
  southAmerica: { east: -58, north: -7 },
  oceania: { east: 133, north: -25 },
}

/** The world without outlines: a bubble for each country at its capital, and lines to it from Hefei. */
export function globe(look: Look, countries: readonly Counted[], words: GlobeWords): EChartsOption {
  const narrow = window.innerWidth < NARROW
  const widest = narrow ? 30 : 46
  const { placed: shown } = parted(countries)
  const most = Math.max(1, ...shown.map(({ count }) => count))
  const [action = ''] = look.series
  const legend = narrow ? 78 : 54
  const [edge] = onPicture(180, 0)
  const [, bottom] = onPicture(0, SOUTH)
  const [, top] = onPicture(0, NORTH)
  const home = placed(HEFEI)
  const away = shown.map(({ spot }) => ({ spot: placed(spot) }))
  const clear = 'transparent'
  const axis = { type: 'value' as const, show: false }
  const bubbles = { color: action, opacity: 0.6, borderColor: look.page, borderWidth: 1 }
  const small = narrow ? 10 : 12
  /** Away from the edge of the picture, and from the crowd of Europe into the open sea. */
  const side = ({ east, north }: Spot) => {
    const [x] = placed({ east, north })
    const atlantic = !narrow && north > 30 && east > -30 && east < 6
    return x > 0.55 * edge || atlantic ? ('left' as const) : ('right' as const)
  }
  const mark = (value: [number, number], text: string, position: 'inside' | 'left' | 'bottom') => ({
    value,
    label: { formatter: text, position },
  })

  return framed(look, {
    grid: [
      { left: narrow ? 26 : 40, right: 8, top: 4, bottom: legend + 20 },
      { left: 8, right: 8, height: legend, bottom: 0 },
    ],
    xAxis: [
      { ...axis, gridIndex: 0, min: -edge, max: edge },
      { ...axis, gridIndex: 1, min: 0, max: 100 },
    ],
    yAxis: [
      { ...axis, gridIndex: 0, min: bottom, max: top },
      { ...axis, gridIndex: 1, min: 0, max: 1 },
    ],
    series: [
      {
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        polyline: true,
        silent: true,
        animation: false,
        z: 1,
        lineStyle: { color: look.hair, width: 1, opacity: 1 },
        data: graticule(),
      },
      {
        // Names of the parts of the world and degrees: wherever nothing else stands.
        type: 'scatter',
        silent: true,
        animation: false,
        z: 1,
        symbolSize: 1,
        itemStyle: { color: clear },
        label: { show: true, color: look.muted, fontSize: small },
        labelLayout: { hideOverlap: true },
        data: [
          ...Object.entries(PARTS).map(([part, spot]) =>
            mark(
              placed(spot),
              words.parts[part as keyof typeof PARTS],
              part === 'southAmerica' ? 'left' : 'inside',
            ),
          ),
          ...range(-30, 60, 30).map((north) =>
            mark(onPicture(-180, north), degrees(north, 'N', 'S'), 'left'),
          ),
          ...range(-120, 120, 60).map((across) => {
            const east = across + MIDDLE
            return mark(
              onPicture(across, SOUTH),
              degrees(east > 180 ? east - 360 : east, 'E', 'W'),
              'bottom',
            )
          }),
        ],
      },
      {
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        silent: true,
        z: 2,
        lineStyle: { color: action, width: 1, opacity: 0.3 },
        data: away.map(({ spot }) => ({
          coords: [home, spot],
          // Upwards, whichever way it goes.
          lineStyle: { curveness: spot[0] < home[0] ? -0.18 : 0.18 },
        })),
      },
      {
        // The largest first: smaller ones lie upon them, and their names give way.
        type: 'scatter',
        z: 3,
        itemStyle: bubbles,
        label: {
          show: true,
          distance: 3,
          color: look.text,
          opacity: 1, // not that of the bubble
          textBorderColor: look.page,
          textBorderWidth: 2,
          fontSize: small,
        },
        labelLayout: { hideOverlap: true },
        emphasis: { itemStyle: { opacity: 0.85 } },
        data: shown.map(({ code, count, spot }) => ({
          name: words.country(code),
          value: [...placed(spot), count],
          symbolSize: bubble(count, most, widest),
          label: { formatter: words.country(code), position: side(spot) },
        })),
        tooltip: {
          formatter: (given: unknown) => {
            const { name, value } = given as { name: string; value: number[] }
            return `${name}  ${words.count(value[2] ?? 0)}`
          },
        },
      },
      {
        type: 'scatter',
        silent: true,
        z: 4,
        animation: false,
        symbol: 'rect',
        itemStyle: { color: look.seal, opacity: 1, borderColor: look.page, borderWidth: 1 },
        labelLayout: { hideOverlap: true },
        data: [
          { value: home, symbolSize: narrow ? 9 : 12, symbolRotate: 45 },
          {
            // Wider than any bubble, so that every other name gives way to this one.
            value: home,
            symbolSize: widest + 2,
            itemStyle: { color: clear, borderColor: clear },
            label: {
              show: true,
              formatter: words.here,
              position: [widest / 2 - 10, widest / 2 + 1],
              align: 'right',
              verticalAlign: 'middle',
              color: look.text,
              opacity: 1,
              fontWeight: 600,
              fontSize: small + 1,
              textBorderColor: look.page,
              textBorderWidth: 2,
            },
          },
        ],
      },
      {
        type: 'scatter',
        silent: true,
        animation: false,
        xAxisIndex: 1,
        yAxisIndex: 1,
        itemStyle: { ...bubbles },
        label: { show: true, position: 'right', color: look.text, opacity: 1, fontSize: small },
        data: [
          ...steps(most).map((step, at) => ({
            value: [(narrow ? 6 : 3) + at * (narrow ? 20 : 9), narrow ? 0.68 : 0.5],
            symbolSize: bubble(step, most, widest),
            label: { formatter: words.count(step) },
          })),
          {
            value: narrow ? [0, 0.14] : [100, 0.5],
            symbolSize: 1,
            itemStyle: { color: clear, borderColor: clear },
            label: {
              formatter: words.note,
              position: narrow ? ('right' as const) : ('left' as const),
              color: look.muted,
              width: narrow ? 340 : 700,
              overflow: 'break' as const,
            },
          },
        ],
      },
    ],
  })
}
