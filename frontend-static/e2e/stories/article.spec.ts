import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { officer } from '../officers'

const PICTURE = fileURLToPath(
  new URL('../../../backend/src/main/resources/sample/pictures/forum.jpg', import.meta.url),
)

test('a case travels from a draft to a public page and a feed', async ({ browser }, info) => {
  test.setTimeout(120_000)
  const title = `两地实验室联合攻关 ${Date.now()}`
  const author = await officer(browser, 'information')
  await author.goto('/workspace/articles')
  await author.getByRole('link', { name: '撰写稿件' }).click()
  await author.getByRole('combobox', { name: '类别' }).selectOption('case')
  await author.getByRole('textbox', { name: '标题（中文）' }).fill(title)
  const text = author.getByRole('textbox', { name: '正文（中文）' })
  await text.click()
  await author.getByRole('button', { name: '标题', exact: true }).click()
  await author.keyboard.type('合作经过')
  await author.keyboard.press('Enter')
  await author.keyboard.type('双方从三月开始联合试验，联系电话 13800000000。')
  await expect(text.getByRole('heading', { name: '合作经过' })).toBeVisible()

  // What somebody of ill will pastes is no writing.
  await text.evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<p>粘贴<script>window.bad = 1</script><img src="https://tracker.example/x.png"></p>',
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await expect(text.locator('img')).toHaveCount(0)

  // A picture is asked to be described before the administration gets to see it.
  await author.locator('input[type=file]').first().setInputFiles(PICTURE)
  await expect(text.locator('img')).toHaveCount(1)
  await expect(author.getByText('这张图片还没有文字说明')).toBeVisible()
  await expectAccessible(author)
  await author.screenshot({ path: info.outputPath('editor.png'), fullPage: true })
  await author.reload()
  await expect(author.getByRole('textbox', { name: '标题（中文）' })).toHaveValue(title)
  await author.getByRole('button', { name: '保存草稿' }).click()
  await expect(author.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await author.getByRole('button', { name: '提交审核' }).click()
  await expect(author.getByText('请为第 1 张图片填写文字说明')).toBeVisible()
  await author.getByRole('link', { name: '修改' }).click()
  await author.getByRole('textbox', { name: '正文（中文）' }).locator('figcaption').click()
  await author.getByRole('textbox', { name: '图片文字说明' }).fill('一座拱桥')
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('button', { name: '提交审核' }).click()
  await expect(author.getByText('审核中').first()).toBeVisible()

  // The administration gives it back, and publishes it once it is right and the number is confirmed.
  const office = await officer(browser, 'province')
  await office.goto('/workspace/article-reviews')
  await office.getByRole('link', { name: title }).click()
  await expect(office.getByText('13800000000').first()).toBeVisible()
  await expect(office.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
  await office.getByText('退回修改').first().click()
  await office.getByRole('textbox', { name: '审核意见' }).fill('请补充英文标题和正文')
  await expectAccessible(office)
  await office.getByRole('button', { name: '退回修改' }).click()
  await expect(office.getByText('已退回').first()).toBeVisible()
  await author.goto('/workspace/articles')
  await expect(author.getByText('请补充英文标题和正文').first()).toBeVisible()
  await author.getByRole('link', { name: title }).click()
  await author.getByRole('link', { name: '修改' }).click()
  await author.getByRole('button', { name: '英文', exact: true }).click()
  await author.getByRole('textbox', { name: '标题（英文）' }).fill(`Two laboratories ${title}`)
  await author.getByRole('textbox', { name: '正文（英文）' }).fill('The two sides began in March.')
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('button', { name: '提交审核' }).click()
  await expect(author.getByText('审核中').first()).toBeVisible()
  await office.reload()
  await office.getByRole('checkbox', { name: /13800000000/ }).check()
  await office.getByRole('button', { name: '发布', exact: true }).click()
  await office.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(office.getByText('已发布').first()).toBeVisible()

  // Everybody reads it, in their language, and machines find it.
  await office.getByRole('link', { name: '查看公开页面' }).click()
  await office.waitForURL(/\/stories\/\d+/)
  const address = new URL(office.url()).pathname
  const anybody = await (await browser.newContext()).newPage()
  await anybody.goto(`${address}?lang=en`)
  await expect(
    anybody.getByRole('heading', { level: 1, name: `Two laboratories ${title}` }),
  ).toBeVisible()
  await expectAccessible(anybody)
  const feed = await anybody.request.get('/feeds/articles/case.atom')
  expect(await feed.text()).toContain(title)
  const page = await (
    await anybody.request.get(address, { headers: { Accept: 'text/html' } })
  ).text()
  expect(page).toContain('application/ld+json')
  expect(page).toContain('一座拱桥')
  await office.goto('/stories')
  await office.getByRole('searchbox', { name: '查找' }).fill(title)
  await expect(office.getByRole('link', { name: title })).toBeVisible()
  await office.screenshot({ path: info.outputPath('stories.png'), fullPage: true })

  // The picture is one of the platform's own making, not the file that was sent.
  const picture = await anybody.request.get(
    (await anybody.locator('.article-body img').count()) > 0
      ? ((await anybody.locator('.article-body img').getAttribute('src')) ?? '')
      : (/\/api\/articles\/pictures\/[\w-]+\/\d+/.exec(page) ?? [''])[0],
  )
  expect(picture.ok()).toBe(true)
  expect((await picture.body()).equals(readFileSync(PICTURE))).toBe(false)
})
