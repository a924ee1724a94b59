// Activities: the desk publishes by copying the last, everybody looks, the moon decides, and a room that is taken is told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, demo, get, signInStaff } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-27T10:00')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

async function atDesk(options = {}) {
  const context = await chrome.newContext({ ...DESK, ...options })
  const page = await context.newPage()
  await signInStaff(page, town)
  return page
}

test('the fair is on now, on the home page, in its list and in the hall', async () => {
  const page = await (await chrome.newContext(PHONE)).newPage()
  await page.goto(`${town.base}/s/sanhe`)
  await page.getByRole('link', { name: /三合镇物资交流会/ }).click()
  await page.getByRole('heading', { name: '三合镇物资交流会' }).first().waitFor()
  assert.match(await page.locator('#answer').textContent(), /正在办，直接来.*农历五月十三/s)
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent())
  assert.equal(data['@type'], 'Festival')
  assert.equal(data.startDate, '2026-06-27T08:00:00+08:00')
  await page.goto(`${town.base}/s/sanhe/hall`)
  assert.match(await page.content(), /三合镇物资交流会/)
  await page.context().close()
})

test('next year the moon moves it, and the calendar says days and no rule', async () => {
  const page = await (await chrome.newContext(PHONE)).newPage()
  await page.goto(`${town.base}/s/sanhe/activities?span=month&on=2028-06-01`)
  await page.getByRole('link', { name: /三合镇物资交流会/ }).click()
  assert.match(await page.locator('#answer').textContent(), /2028年6月5日/)
  await page.getByRole('link', { name: '别的场次' }).click()
  const link = await page.getByRole('link', { name: '加进手机日历' }).getAttribute('href')
  const feed = (await get(town.base + link)).body.toString()
  for (const day of ['20260627', '20270617', '20280605']) assert.match(feed, new RegExp(`DTSTART:${day}T000000Z`))
  assert.doesNotMatch(feed, /RRULE/)
  assert.doesNotMatch(feed, /20280705/, 'not in the leap month too')
  await page.context().close()
})

test('publishing takes three taps and two fields: the last one, held once more', async () => {
  const page = await atDesk()
  await page.goto(`${town.base}/s/sanhe/desk`)
  await page.getByRole('navigation').getByRole('link', { name: '活动' }).first().click()
  await page.getByRole('link', { name: /亲子阅读.*再办一次/s }).click()
  await page.getByLabel('哪天', { exact: true }).fill('2026-07-08')
  await page.getByLabel('几点开始').fill('16:00')
  await page.getByText('7月8日 周三').first().waitFor()
  await page.getByRole('button', { name: '发布' }).click()
  await page.waitForURL(/sanhe\/activities\//)
  assert.match(await page.content(), /亲子阅读/)
  await page.goto(`${town.base}/s/sanhe/activities?span=day&on=2026-07-08`)
  await page.getByRole('link', { name: /16:00.*亲子阅读/s }).waitFor()
  await page.context().close()
})

test('as one types, the next five days are there; what the rule leaves open is asked', async () => {
  const page = await atDesk()
  await page.goto(`${town.base}/s/sanhe/desk/activities/new`)
  await page.getByLabel('叫什么').fill('庙会')
  await page.getByLabel('重复', { exact: true }).selectOption({ label: '每年农历' })
  await page.getByText('每周哪几天、农历几月几号、办到哪天').click()
  await page.getByLabel('农历几月').selectOption('5')
  await page.getByLabel('农历哪天').selectOption('13')
  const preview = page.locator('#preview')
  await preview.getByText('2028年6月5日', { exact: false }).first().waitFor()
  const said = await preview.textContent()
  assert.match(said, /农历2028年有闰五月，那一年办在哪个月？/)
  assert.match(said, /2027年6月17日/)
  await preview.locator('label').filter({ hasText: '五月和闰五月都办' }).click()
  await preview.getByText('2028年7月5日', { exact: false }).first().waitFor()
  await page.context().close()
})

test('without a script a button looks, and an unanswered question comes back with its choices', async () => {
  const page = await atDesk({ javaScriptEnabled: false })
  await page.goto(`${town.base}/s/sanhe/desk/activities/new`)
  await page.getByLabel('叫什么').fill('月末大扫除')
  await page.getByLabel('哪天', { exact: true }).fill('2026-07-31')
  await page.getByLabel('重复', { exact: true }).selectOption('monthly-day')
  await page.getByRole('button', { name: '发布' }).click()
  assert.match(await page.content(), /有的月份没有31日，那个月怎么办？/)
  await page.locator('#preview label').filter({ hasText: '提前到当月最后一天' }).click()
  await page.getByRole('button', { name: '先看看日子' }).click()
  assert.match(await page.locator('#preview').textContent(), /9月30日/)
  assert.equal(await page.getByLabel('叫什么').inputValue(), '月末大扫除')
  await page.getByRole('button', { name: '发布' }).click()
  await page.waitForURL(/sanhe\/activities\//)
  await page.context().close()
})

test('a room that somebody has is told with ways out, and another room is one tap', async () => {
  const page = await atDesk()
  const publish = async title => {
    await page.goto(`${town.base}/s/sanhe/desk/activities/new`)
    await page.getByLabel('叫什么').fill(title)
    await page.getByLabel('哪天', { exact: true }).fill('2026-07-10')
    await page.getByLabel('几点开始').fill('10:00')
    await page.getByLabel('用哪个场地').selectOption({ label: '整个厅' })
    await page.getByRole('button', { name: '发布' }).click()
  }
  await publish('第一个')
  await page.waitForURL(/sanhe\/activities\//)
  await publish('第二个')
  await page.getByText('场地那时有人用').waitFor()
  await page.getByRole('button', { name: '换到联络室' }).click()
  await page.waitForURL(/sanhe\/activities\//)
  assert.match(await page.content(), /联络室/)
  await page.context().close()
})

test('one time is called off, and everybody reads why', async () => {
  const page = await atDesk()
  await page.goto(`${town.base}/s/sanhe/desk/activities`)
  await page.locator('a[href*="/desk/occurrences/"]').filter({ hasText: '法律援助日' }).first().click()
  await page.getByText('取消', { exact: true }).click()
  await page.getByLabel('为什么').fill('律师去县里开庭')
  await page.getByRole('button', { name: '取消这一场' }).click()
  await page.getByRole('link', { name: '大家看到的样子' }).click()
  const said = await page.locator('#answer').textContent()
  assert.match(said, /取消了.*律师去县里开庭/s)
  const feed = (await get(`${page.url()}/calendar.ics`)).body.toString()
  assert.match(feed, /STATUS:CANCELLED/)
  assert.match(feed, /SEQUENCE:1/)
  await page.context().close()
})
