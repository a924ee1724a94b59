// A resident who never saw the station books tonight's table, with and without JavaScript, and gives it back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { PHONE, RESERVATION, bookTonightsTable, browser, demo, typeCode } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

for (const javaScriptEnabled of [true, false]) {
  test(`two taps and a phone number book tonight's table, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await bookTonightsTable(page, town, javaScriptEnabled ? '13800000901' : '13800000902')
    await typeCode(page, town)
    assert.match(await page.locator('main').innerText(), /号台/)

    // Returning, it is two taps and nothing else.
    await bookTonightsTable(page, town, 'not asked')
    await page.waitForURL(RESERVATION)

    await page.locator('form[action$="/cancellation"] button').click()
    assert.match(await page.locator('main').innerText(), /已取消|退/)
    await page.goto(town.base + '/me')
    assert.match(await page.locator('main').innerText(), /乒乓球/)
    await context.close()
  })
}

test('large letters are one tap away and stay', async () => {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(town.base + '/')
  await page.locator('a', { hasText: '大字' }).first().click()
  assert.ok(await page.locator('html[data-care]').count(), 'the page is in large letters')
  await page.locator('a[href*="/venues/table-tennis"]').first().click()
  assert.ok(await page.locator('html[data-care]').count(), 'and so is the next')
  await context.close()
})

test('a double tap books once', async () => {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await bookTonightsTable(page, town, '13800000903')
  await typeCode(page, town)
  await page.goto(town.base + '/s/sanhe/venues/table-tennis')
  // The same form, sent twice: the second is a retry of the first.
  const form = await page.locator('form[action$="/reservations"]').evaluate(f => Object.fromEntries(new FormData(f)))
  const send = () => context.request.post(town.base + '/s/sanhe/reservations', { form, maxRedirects: 0, headers: { origin: town.base } })
  const [first, second] = [await send(), await send()]
  assert.equal(first.status(), 303)
  assert.equal(second.headers().location, first.headers().location)
  await context.close()
})

describe('another site', () => {
  test('cannot book for somebody', async () => {
    const context = await chrome.newContext(PHONE)
    const answer = await context.request.post(town.base + '/s/sanhe/reservations', {
      form: { offering: 'table-tennis' },
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    })
    assert.equal(answer.status(), 403)
    await context.close()
  })
})

