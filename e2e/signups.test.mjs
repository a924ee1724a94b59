// Signing up: a remembered child in two taps, a stranger without JavaScript, a name that a clerk types, a place that fills itself,
// a draw that anybody does again, and a door that counts without a network.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, codeFrom, demo, get, signInStaff, taps } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-27T10:00')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

// The times of an activity that are to come, by its title, the next one first.
async function times(title) {
  const { body } = await get(town.base + '/api/v1/stations/sanhe/activities')
  const found = JSON.parse(body).times.filter(time => time.title === title && time.stands === 'to-come')
  assert.ok(found.length > 1, `nothing is called ${title}`)
  return found.map(time => time.page)
}

// Somebody without an account signs up, proves the phone, and is signed in from then on.
async function joins(page, path, phone, who) {
  await page.goto(town.base + path + '/signups')
  if (who) await page.locator('select[name="who"]').selectOption(who)
  await page.locator('input[name="phone"]').fill(phone)
  await page.locator('main form button').last().click()
  await page.locator('input[autocomplete="one-time-code"]').fill(await codeFrom(town.base))
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/signups\/[^/]+$/)
}

for (const javaScriptEnabled of [true, false]) {
  test(`a grandparent signs a remembered child up in two taps, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    const next = (await times('亲子阅读'))[1]
    const phone = javaScriptEnabled ? '13800000911' : '13800000912'
    await joins(page, next, phone, '7-9')
    await page.goto(town.base + '/me/children')
    await page.locator('input[name="nickname"]').fill('小宝')
    await page.locator('input[name="band"][value="7-9"]').check({ force: true })
    await page.locator('input[name="agrees"]').check({ force: true })
    await page.locator('form[action="/me/children"] button, main form button').first().click()
    await page.getByText('小宝').first().waitFor()

    await page.goto(town.base + '/s/sanhe')
    const tapped = taps()
    await tapped.on(page.getByRole('link', { name: /亲子阅读/ }).first())
    await tapped.on(page.getByRole('button', { name: /给小宝/ }))
    await page.waitForURL(/\/signups\/[^/]+$/)
    assert.equal(tapped.count, 2)
    assert.match(await page.locator('main').innerText(), /小宝/)
    await page.goto(town.base + '/me')
    assert.match(await page.locator('main').innerText(), /亲子阅读/)
    await context.close()
  })
}

test('a clerk signs somebody up by name, and a place that is given back is offered to whoever waits', async () => {
  const page = await (await chrome.newContext(DESK)).newPage()
  await signInStaff(page, town)
  const path = (await times('亲子阅读'))[0]
  const desk = `${town.base}${path.replace('/s/sanhe/', '/s/sanhe/desk/')}/people`
  await page.goto(desk)
  await page.locator('input[name="name"]').fill('马大爷')
  await page.locator('select[name="who"]').selectOption('10-12')
  await page.getByRole('button', { name: '报上' }).click()
  await page.getByText('马大爷').first().waitFor()
  assert.doesNotMatch(await page.locator('main').innerText(), /等您答应/)
  await page.getByRole('button', { name: /^退掉/ }).first().click()
  await page.getByText('等您答应').first().waitFor()
  await page.goto(`${desk.replace('/people', '')}/roster`)
  assert.ok((await page.locator('.roster .qr svg').count()) > 8, 'a code in each row')
  await page.context().close()
})

test('a stranger draws the draw again, and finds what somebody changed', async () => {
  const page = await (await chrome.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  const path = (await times('少儿书法课'))[0]
  await page.goto(`${town.base}${path}/draw`)
  await page.getByRole('button', { name: '再抽一遍' }).click()
  await page.getByText('一样，没有人动过').waitFor()
  const sheet = (await get(`${town.base}${path}/draw/sheet.json`)).body.toString()
  assert.doesNotMatch(sheet, /罗生贵|祁永福|1380000/)
  await page.locator('textarea[name="sheet"]').fill(sheet.replace('"got":true', '"got":false'))
  await page.getByRole('button', { name: '再抽一遍' }).click()
  await page.getByText('不一样').first().waitFor()
  await page.context().close()
})

test('the door counts without a network, and nothing is lost or doubled when it is back', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town)
  const path = (await times('亲子阅读'))[0]
  const at = `${town.base}${path.replace('/s/sanhe/', '/s/sanhe/desk/')}/arrivals`
  // Two hours before it begins the door opens.
  await context.request.post(`${town.base}/api/v1/rehearsal/clock`, { data: { at: '2026-06-27T14:30:00+08:00' } })
  await page.goto(at)
  const rows = page.locator('[data-signup]')
  const count = id => page.locator(id).innerText().then(Number)
  assert.deepEqual([await count('#came'), await count('#walked')], [0, 0])
  await context.setOffline(true)
  const seats = await rows.evaluateAll(all => all.slice(0, 3).map(b => +b.dataset.n))
  for (const n of [0, 1, 2]) await rows.nth(n).click()
  await rows.nth(2).click()
  for (let n = 0; n < 4; n++) await page.getByRole('button', { name: '多一位' }).click()
  await page.getByRole('button', { name: '少一位' }).click()
  const came = seats[0] + seats[1]
  assert.deepEqual([await count('#came'), await count('#walked')], [came, 3])
  assert.match(await page.locator('#sent').innerText(), /9 笔还没传上去/)
  // The first answer is lost: what was sent is sent again.
  let lost = 0
  await page.route('**/arrivals', async route => {
    if (route.request().method() !== 'POST' || lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await context.setOffline(false)
  await page.waitForFunction(() => document.querySelector('#sent').textContent === '', null, { timeout: 20_000 })
  assert.ok(lost > 1, 'sent twice')
  await page.reload()
  assert.deepEqual([await count('#came'), await count('#walked')], [came, 3])
  await context.close()
})
