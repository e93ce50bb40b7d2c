import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { officer } from '../officers'

test('a project is entered, reviewed and counted, and a gap becomes a need', async ({
  browser,
}, info) => {
  test.setTimeout(120_000)
  const title = `量子通信联合实验 ${Date.now()}`
  const author = await officer(browser, 'information')
  await author.goto('/workspace/cooperation')
  await author.getByRole('link', { name: '填报合作记录' }).first().click()
  await author.getByRole('textbox', { name: '名称（中文）' }).fill(title)
  await author.getByRole('textbox', { name: '开始年份' }).fill('今年')
  await author.getByRole('button', { name: '保存草稿' }).click()
  await expect(author.getByText('请填写数字。').first()).toBeVisible()
  await author.getByRole('textbox', { name: '开始年份' }).fill('2025')
  await author.getByRole('button', { name: '保存草稿' }).click()
  await expect(author.getByRole('heading', { level: 1, name: title })).toBeVisible()

  // What is missing is told at its place once it is to be reviewed.
  await author.getByRole('button', { name: '提交审核' }).click()
  await expect(author.getByRole('alert')).toContainText('承担单位')
  await author.getByRole('link', { name: '修改' }).click()
  const host = author.getByRole('combobox', { name: '承担单位' })
  await host.fill('江淮示例大学')
  await author.getByRole('option', { name: '江淮示例大学' }).click()
  for (const [field, option] of [
    ['产业', '新一代信息技术'],
    ['合作国家和地区', '奥地利'],
    ['合作渠道', '官方'],
  ] as const) {
    const box = author.getByRole('combobox', { name: field, exact: true }).first()
    await box.focus()
    await author.keyboard.press('Enter')
    await box.fill(option)
    await author.getByRole('option', { name: option }).first().click()
    await author.keyboard.press('Escape')
  }
  await expectAccessible(author)
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('button', { name: '提交审核' }).click()
  await expect(author.getByText('审核中').first()).toBeVisible()

  const before = await cell('new-it', 'hefei')
  const office = await officer(browser, 'province')
  await office.goto('/workspace/cooperation')
  await office.getByRole('link', { name: title }).click()
  await office.getByRole('button', { name: '审核入库' }).click()
  await expect(office.getByText('已入库').first()).toBeVisible()
  expect((await cell('new-it', 'hefei')).projects).toBe(before.projects + 1)

  async function cell(industry: string, place: string) {
    const city = await officer(browser, 'hefei')
    const matrix = (await (await city.request.get('/api/picture/gaps')).json()) as {
      cells: { industry: string; place: string; projects: number; needs: number }[]
    }
    await city.context().close()
    const found = matrix.cells.find((one) => one.industry === industry && one.place === place)
    return found ?? { projects: 0, needs: 0 }
  }

  // An officer of Hefei sees where needs and people do not meet, and opens the lists behind the figures.
  const city = await officer(browser, 'hefei')
  await city.goto('/workspace/picture')
  const button = city.getByRole('button', { name: /^新一代信息技术 · 合肥市：/ })
  await expect(button).toContainText(/\d/)
  await expectAccessible(city)
  await city.screenshot({ path: info.outputPath('picture.png'), fullPage: true })
  await button.click()
  const projects = city.getByRole('link', { name: /^项目 \d+$/ })
  const counted = Number(/\d+/.exec((await projects.textContent()) ?? '')?.[0])
  await projects.click()
  await expect(city.getByText(`共 ${counted} 条`)).toBeVisible()
  await expect(city.getByRole('link', { name: title })).toBeVisible()

  // By country, as a file, and on to a need.
  await city.goto('/workspace/picture?columns=country&city=hefei')
  await city.getByRole('button', { name: /^新一代信息技术 · 奥地利：/ }).click()
  const download = city.waitForEvent('download')
  await city.getByRole('button', { name: '导出 CSV' }).click()
  const path = info.outputPath('gaps.csv')
  await (await download).saveAs(path)
  expect(readFileSync(path, 'utf8')).toContain('新一代信息技术,奥地利,')
  await city.getByRole('link', { name: '发布引才需求' }).click()
  await expect(city.getByRole('heading', { level: 1 })).toContainText('需求')
  expect(new URL(city.url()).searchParams.get('country')).toBe('AT')
  await city.goto(`${new URL(city.url()).pathname}${new URL(city.url()).search}&step=people`)
  await expect(city.getByText('奥地利').first()).toBeVisible()
})

test('figures are taken along, and a report is made of them', async ({ browser }, info) => {
  test.setTimeout(120_000)
  const city = await officer(browser, 'hefei')
  await city.goto('/workspace/picture')
  await city
    .getByRole('navigation', { name: '统计页面' })
    .getByRole('link', { name: '集中度' })
    .click()
  const years = city.getByRole('region', { name: '在研项目按合作国别的集中度，逐年' })
  await expect(years.getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(city)

  // The address says what is shown: whoever opens it sees the same.
  await city.getByRole('combobox', { name: '指标' }).selectOption('合作基地')
  await city.getByRole('spinbutton', { name: '起始年份' }).fill('2022')
  await city.getByRole('spinbutton', { name: '起始年份' }).press('Enter')
  await expect(city).toHaveURL(/show=bases/)
  await expect(city).toHaveURL(/from=2022/)
  await city.goto(city.url())
  const bases = city.getByRole('region', { name: '合作基地按合作国别的集中度，逐年' })
  await expect(bases.getByRole('rowheader').first()).toHaveText('2022')

  const workbook = city.waitForEvent('download')
  await city.getByRole('button', { name: '导出 Excel' }).first().click()
  expect((await workbook).suggestedFilename()).toBe('zhiqiao-concentration.xlsx')
  const drawing = city.waitForEvent('download')
  await city.getByRole('button', { name: '导出图片' }).first().click()
  const png = info.outputPath('drawing.png')
  await (await drawing).saveAs(png)
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')

  // The report is made of the same figures, to print and to edit further.
  await city.getByRole('link', { name: '分析报告' }).click()
  await expect(city.getByRole('heading', { name: '一、概要' })).toBeVisible()
  await expectAccessible(city)
  for (const [button, name, mark] of [
    ['下载 PDF', 'zhiqiao-report.pdf', '%PDF'],
    ['下载 Word', 'zhiqiao-report.docx', 'PK'],
  ] as const) {
    const download = city.waitForEvent('download')
    await city.getByRole('button', { name: button }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(name)
    const path = info.outputPath(name)
    await file.saveAs(path)
    expect(readFileSync(path).subarray(0, mark.length).toString()).toBe(mark)
  }

  // Whether the same few are seated is for the province and the auditors.
  await city.goto('/workspace/picture/balance')
  await expect(city.getByRole('heading', { name: '推荐与评审的均衡度' })).toHaveCount(0)
  const auditor = await officer(browser, 'auditor')
  await auditor.goto('/workspace/picture/balance')
  await expect(auditor.getByRole('heading', { name: '推荐与评审的均衡度' })).toBeVisible()
  await expect(auditor.getByRole('region', { name: '按居住地' })).toBeVisible()
  await expectAccessible(auditor)
})
