// A calligraphy club: founded, joined, met, told, closed, with and without JavaScript.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DESK, PHONE, get, prove, signInStaff, started } from './demo.mjs'

const there = started()
const text = page => page.locator('main').innerText()
const CLUB = /\/clubs\/[0-9a-f-]{36}$/

for (const [javaScriptEnabled, name, one, other] of [[true, '翰墨小组', '1', '2'], [false, '楷书小组', '3', '4']]) {
  test(`clubs: people write together, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const first = await there.chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await first.newPage()
    await page.goto(there.town.base + '/s/sanhe')
    await page.locator('a[href$="/clubs"]').first().click()
    await page.locator('main a', { hasText: '办一个小组' }).click()
    await prove(page, there.town, `1380000093${one}`)
    await page.waitForURL(/\/clubs\/new$/)
    await page.locator('input[name="name"]').fill(name)
    await page.locator('textarea[name="about"]').fill('一起写毛笔字，从楷书开始。')
    await page.locator('input[name="called"]').fill('马女士')
    await page.locator('main button', { hasText: '办起来' }).click()
    await page.waitForURL(CLUB).catch(async () => assert.fail(await text(page)))
    const club = page.url()

    const second = await there.chrome.newContext({ ...PHONE, javaScriptEnabled })
    const theirs = await second.newPage()
    await theirs.goto(there.town.base + '/s/sanhe/clubs')
    await theirs.locator(`a[href$="${new URL(club).pathname}"]`).click()
    assert.match(await text(theirs), /马女士/)
    await theirs.locator('main a', { hasText: '我想加入' }).click()
    await prove(theirs, there.town, `1380000093${other}`)
    await theirs.waitForURL(CLUB)
    await theirs.locator('main button', { hasText: '我想加入' }).click()
    await theirs.waitForURL(CLUB)
    assert.match(await text(theirs), /等组长同意/)

    await page.reload()
    await page.locator('main a', { hasText: '人想加入' }).click()
    await page.locator('main button', { hasText: '同意' }).click()
    await page.waitForURL(/\/people$/)
    await theirs.reload()
    assert.match(await text(theirs), /已加入/)

    await page.goto(club + '/meetings')
    await page.locator('main a', { hasText: '书法座位' }).click()
    await page.locator('main nav a', { hasText: '农历每月' }).click()
    await page.locator('select[name="day"]').selectOption('15')
    await page.locator('input[name="at"]').fill(javaScriptEnabled ? '15:00' : '16:30')
    await page.locator('input[name="times"]').fill('3')
    await page.locator('main button', { hasText: '看看' }).click()
    await page.waitForURL(/look=1/)
    await page.locator('#preview button').click()
    await page.waitForURL(/\/series\/[0-9a-f-]{36}$/)
    assert.match(await text(page), /订好了/)
    await page.goto(club + '/notices')
    await page.locator('textarea[name="words"]').fill('带上毛毡，墨这里有。')
    await page.locator('main button', { hasText: '发给全部成员' }).click()
    await page.waitForURL(/\/notices$/)
    assert.match(await text(page), /发出去了/)
    await theirs.reload()
    assert.match(await text(theirs), /带上毛毡/)
    assert.match(await text(theirs), /6月29日/)
    assert.match((await get(club + '/calendar.ics')).body.toString(), /BEGIN:VEVENT/)

    await page.goto(club + '/text')
    await page.locator('main button', { hasText: '解散这个小组' }).click()
    await page.waitForURL(CLUB)
    await theirs.reload()
    assert.match(await text(theirs), /已经解散/)
    for (const context of [first, second]) await context.close()
  })
}

test('clubs: a stranger reads one within the weight of a public page', async t => {
  const list = (await get(there.town.base + '/s/sanhe/clubs')).body.toString()
  const path = list.match(/\/s\/sanhe\/clubs\/[0-9a-f-]{36}/)[0]
  const { body } = await get(there.town.base + path, { 'accept-encoding': 'br' })
  t.diagnostic(`${body.length} bytes`)
  assert.ok(body.length <= 5 * 1024, `${body.length} bytes`)
})

test('clubs: the desk sees who is in and asks a member to lead', async () => {
  const context = await there.chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, there.town, 'lijianguo')
  await page.goto(there.town.base + '/s/sanhe/desk/series')
  await page.locator('main a', { hasText: '兴趣小组' }).click()
  await page.locator('main a', { hasText: '棋友会' }).click()
  assert.match(await text(page), /鲍文海/)
  await page.locator('main button', { hasText: '当组长' }).first().click()
  await page.waitForURL(/done=1/)
  assert.match(await text(page), /请了组长，等答复/)
  await context.close()
})
