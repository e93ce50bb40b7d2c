import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { officer, send } from '../officers'

test('a firm is told in its open page that its need came back, and chooses how to be told', async ({
  browser,
}, info) => {
  test.setTimeout(120_000)
  const title = `薄壁件热裂 ${Date.now()}`
  const firm = await officer(browser, 'firm')
  const posted = await send(firm, '/api/demands', {
    kind: 'technical-problem',
    title,
    description:
      '薄壁结构件局部热裂，希望找到懂凝固与铸造的专家来厂帮助分析原因并提出工艺改进的办法。',
    language: 'zh',
    city: 'hefei',
    industries: ['new-materials'],
    domains: [{ code: 'casting', must: true, weight: 3 }],
    confidentiality: 'public',
  })
  const { id } = (await posted.json()) as { id: number }
  await send(firm, `/api/demands/${id}/submit`, {})
  await firm.goto('/workspace')
  const bell = firm.getByRole('link', { name: /^通知/ }).first()
  await firm.waitForResponse((answer) => answer.url().endsWith('/api/notifications/stream'))
  const before = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0)

  const office = await officer(browser, 'hefei')
  await send(office, `/api/demands/${id}/return`, { reason: '请写明零件的尺寸和材料牌号。' })
  await expect(bell).toHaveAccessibleName(`通知：${before + 1} 条未读`)
  await expectAccessible(firm)

  await bell.click()
  const notice = firm.getByRole('listitem').filter({ hasText: title })
  await expect(notice).toContainText('请写明零件的尺寸和材料牌号。')
  await expectAccessible(firm)
  await firm.screenshot({ path: info.outputPath('notifications.png'), fullPage: true })
  await notice.getByRole('link').click()
  await expect(firm).toHaveURL(new RegExp(`/demands/${id}`))
  await expect(bell).toHaveAccessibleName(before > 0 ? `通知：${before} 条未读` : '通知')

  await firm.goto('/workspace/notification-settings')
  const mail = firm.getByRole('combobox', { name: '需求：邮件' })
  await mail.selectOption('digest')
  await firm.getByLabel('开始').fill('22:00')
  await firm.getByRole('button', { name: '保存' }).click()
  await expect(firm.getByText('免打扰时段需同时填写开始和结束时间').first()).toBeVisible()
  await firm.getByLabel('结束').fill('07:00')
  await firm.getByRole('button', { name: '保存' }).click()
  await expect(firm.getByText('已保存').first()).toBeVisible()
  await firm.reload()
  await expect(mail).toHaveValue('digest')
  await expect(firm.getByLabel('结束')).toHaveValue('07:00')
  await expectAccessible(firm)
  await mail.selectOption('at-once')
  await firm.getByLabel('开始').fill('')
  await firm.getByLabel('结束').fill('')
  await firm.getByRole('button', { name: '保存' }).click()
  await expect(firm.getByText('已保存').first()).toBeVisible()
})

test('somebody saves a search, and a visitor subscribes by a letter and stops', async ({
  browser,
}, info) => {
  test.setTimeout(120_000)
  const firm = await officer(browser, 'firm')
  await firm.goto('/experts?industry=new-materials')
  await firm.getByRole('button', { name: '订阅此检索' }).click()
  const dialog = firm.getByRole('dialog', { name: '订阅此检索' })
  const name = `新材料专家 ${Date.now()}`
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await expectAccessible(firm)
  await firm.screenshot({ path: info.outputPath('save.png') })
  await dialog.getByRole('button', { name: '订阅', exact: true }).click()
  await dialog.getByRole('link', { name: '查看我的订阅' }).click()
  const row = firm.getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('每星期一')
  await expect(row.getByRole('link', { name })).toHaveAttribute(
    'href',
    '/experts?industry=new-materials',
  )
  await expectAccessible(firm)
  await row.getByRole('button', { name: '停止' }).click()
  await expect(row).toContainText('已停止')
  await row.getByRole('button', { name: '删除' }).click()
  await firm.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(row).toHaveCount(0)

  const visitor = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  await visitor.goto('/newsletters')
  await visitor.getByRole('textbox', { name: '邮箱' }).fill(`visitor${Date.now()}@example.org`)
  await visitor.getByRole('button', { name: '订阅', exact: true }).click()
  await expect(visitor.getByRole('heading', { name: '请查收邮件' })).toBeVisible()
  const mails = (await (await visitor.request.get('/api/demo/outbox')).json()) as {
    link?: string | null
  }[]
  const link = mails.map((mail) => mail.link ?? '').find((one) => one.includes('/newsletters/'))
  await visitor.goto(new URL(link ?? '').pathname + new URL(link ?? '').search)
  await visitor.getByRole('button', { name: '确认订阅' }).click()
  await expect(visitor.getByRole('heading', { name: '订阅已确认' })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('alert').first()).toBeVisible()
})
