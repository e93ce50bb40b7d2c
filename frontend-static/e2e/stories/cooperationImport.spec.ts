import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { officer } from '../officers'

const HEADINGS = '编号,名称（中文）,承担单位,产业,合作国家和地区,开始年份,合作渠道'

async function choose(page: Page, ...rows: string[]): Promise<void> {
  await page.locator('#cooperation-list').setInputFiles({
    name: 'projects.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[HEADINGS, ...rows].join('\n')}`),
  })
}

test('a list is mended, imported as a whole, and reviewed by somebody else', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const number = `${Date.now()}`
  const title = `表格导入项目 ${number}`
  const good = `A-${number},${title},江淮示例大学,人工智能,德国,2025,民间`
  const author = await officer(browser, 'information')
  await author.goto('/workspace/cooperation')
  await author.getByRole('link', { name: '表格导入' }).click()

  const [template] = await Promise.all([
    author.waitForEvent('download'),
    author.getByRole('button', { name: '下载“合作项目”模板' }).click(),
  ])
  expect(template.suggestedFilename()).toBe('zhiqiao-project.xlsx')

  // One row is wrong: nothing can be stored, and the column and the way out are named.
  await choose(author, good, `B-${number},另一项目,没有这家公司,人工智能,德国,25,民间`)
  await expect(author.getByText('有误 1 行')).toBeVisible()
  const wrong = author.getByRole('row', { name: /另一项目/ })
  await expect(wrong).toContainText('承担单位')
  await expect(wrong).toContainText('统一社会信用代码')
  await expect(wrong).toContainText('开始年份')
  await expect(author.getByRole('button', { name: /导入并提交审核/ })).toHaveCount(0)
  await expectAccessible(author)

  await choose(author, good)
  await author.getByRole('button', { name: '导入并提交审核（1 条）' }).click()
  await expect(author.getByRole('heading', { name: '已导入' })).toBeVisible()

  // The same list again changes nothing.
  await choose(author, good)
  await expect(author.getByText('无变化 1 条')).toBeVisible()

  const office = await officer(browser, 'province')
  await office.goto('/workspace/cooperation')
  await office.getByRole('link', { name: title }).click()
  await office.getByRole('button', { name: '审核入库' }).click()
  await expect(office.getByText('已入库').first()).toBeVisible()
  await author.goto(`/cooperation?q=${number}`)
  await expect(author.getByRole('link', { name: title })).toBeVisible()
})
