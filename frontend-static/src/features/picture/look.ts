import type { EChartsOption } from 'echarts'

/** The colours and the type of the page, as a chart needs them: it draws on a canvas. */
export interface Look {
  readonly page: string
  readonly text: string
  readonly muted: string
  readonly hair: string
  readonly font: string
  /** For a sign of our own, nothing else. */
  readonly seal: string
  /** Of one series after the other. */
  readonly series: readonly string[]
  /** From little to much. */
  readonly scale: readonly string[]
}

const SERIES = ['action', 'fit-language', 'fit-country', 'drawing', 'fit-wishes']

/** As the tokens are now, light or dark. */
export function look(): Look {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--zq-${name}`).trim()
  return {
    page: token('page'),
    text: token('text'),
    muted: token('text-muted'),
    hair: token('hair'),
    seal: token('seal'),
    font: getComputedStyle(document.body).fontFamily,
    series: SERIES.map(token),
    scale: [token('wash'), token('action-wash'), token('action')],
  }
}

/** What all charts have alike. Tooltips are drawn too: the page's policy allows no styles in text. */
export function framed(look: Look, option: EChartsOption): EChartsOption {
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    backgroundColor: look.page,
    color: [...look.series],
    textStyle: { fontFamily: look.font, color: look.text },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.page,
      borderColor: look.hair,
      textStyle: { color: look.text },
    },
    ...option,
  }
}

/** A line over the years for each series; a year without a figure breaks it. */
export function lines(
  look: Look,
  years: readonly number[],
  series: readonly { name: string; values: readonly (number | null)[] }[],
): EChartsOption {
  const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect']
  return framed(look, {
    grid: { left: 8, right: 16, top: 48, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      type: 'scroll',
      textStyle: { color: look.text },
      pageTextStyle: { color: look.muted },
      pageIconColor: look.text,
      pageIconInactiveColor: look.hair,
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.page,
      borderColor: look.hair,
      textStyle: { color: look.text },
    },
    xAxis: {
      type: 'category',
      data: years.map(String),
      axisLabel: { color: look.muted },
      axisLine: { lineStyle: { color: look.hair } },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: look.muted },
      splitLine: { lineStyle: { color: look.hair } },
    },
    series: series.map(({ name, values }, index) => ({
      type: 'line' as const,
      name,
      data: values.map((value) => value ?? '-'),
      // Not by colour alone.
      symbol: SHAPES[index % SHAPES.length] ?? 'circle',
      symbolSize: 8,
      connectNulls: false,
    })),
  })
}

/** Bars beneath each other, the longest first. */
export function bars(
  look: Look,
  entries: readonly { name: string; value: number }[],
): EChartsOption {
  return framed(look, {
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: look.muted },
      splitLine: { lineStyle: { color: look.hair } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: entries.map(({ name }) => name),
      axisLabel: { color: look.text },
      axisLine: { lineStyle: { color: look.hair } },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        data: entries.map(({ value }) => value),
        barMaxWidth: 18,
        label: { show: true, position: 'right', color: look.text },
      },
    ],
  })
}

/** Bands from cities to countries, as wide as there is between them. */
export function bands(
  look: Look,
  links: readonly { city: string; country: string; count: number }[],
  names: { city: (code: string) => string; country: (code: string) => string },
): EChartsOption {
  const [countries = '', cities = ''] = look.series
  const node = (kind: 'city' | 'country', code: string) => ({
    // A city and a country might have the same code.
    name: `${kind} ${code}`,
    itemStyle: { color: kind === 'city' ? cities : countries },
    label: { formatter: names[kind](code), color: look.text },
  })
  return framed(look, {
    series: [
      {
        type: 'sankey',
        left: 8,
        right: 96,
        top: 8,
        bottom: 8,
        nodeGap: 6,
        nodeWidth: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.28 },
        label: { fontFamily: look.font },
        data: [...new Set(links.map(({ city }) => city))]
          .map((code) => node('city', code))
          .concat(
            [...new Set(links.map(({ country }) => country))].map((code) => node('country', code)),
          ),
        links: links.map(({ city, country, count }) => ({
          source: `city ${city}`,
          target: `country ${country}`,
          value: count,
        })),
        tooltip: {
          formatter: (given: unknown) => {
            const { dataType, data, value } = given as {
              dataType?: string
              data: { source?: string; target?: string; name?: string }
              value?: number
            }
            const called = (name = '') => {
              const [kind, code = ''] = name.split(' ')
              return kind === 'city' ? names.city(code) : names.country(code)
            }
            return dataType === 'edge'
              ? `${called(data.source)} → ${called(data.target)}  ${value ?? 0}`
              : `${called(data.name)}  ${value ?? 0}`
          },
        },
      },
    ],
  })
}

/** Below so many pixels there is little room. */
export const NARROW = 600

/** Fields that are the darker the more there is. */
export function heat(
  look: Look,
  lines: readonly string[],
  columns: readonly string[],
  values: readonly (readonly number[])[],
): EChartsOption {
  const most = Math.max(1, ...values.flat())
  // On a phone the fields need the room more than the names, which the table has in full.
  const narrow = window.innerWidth < NARROW
  return framed(look, {
    grid: { left: 8, right: 8, top: 8, bottom: 56, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...columns],
      axisLabel: { color: look.muted, rotate: narrow ? 90 : 45, interval: 0 },
      axisLine: { lineStyle: { color: look.hair } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...lines],
      axisLabel: { color: look.text, overflow: 'truncate', width: narrow ? 90 : 220 },
      axisLine: { lineStyle: { color: look.hair } },
    },
    visualMap: {
      min: 0,
      max: most,
      precision: 0,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      text: [String(most), '0'],
      inRange: { color: [...look.scale] },
      textStyle: { color: look.muted },
    },
    series: [
      {
        type: 'heatmap',
        data: values.flatMap((row, y) => row.map((value, x) => [x, y, value])),
        itemStyle: { borderColor: look.page, borderWidth: 1 },
        tooltip: {
          formatter: (given: unknown) => {
            const [x = 0, y = 0, value = 0] = (given as { value: number[] }).value
            return `${lines[y] ?? ''} · ${columns[x] ?? ''}  ${value}`
          },
        },
      },
    ],
  })
}
