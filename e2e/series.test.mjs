// A table every Saturday, made on a phone with and without JavaScript; the desk looks while it types.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, bookTonightsTable, browser, demo, signInStaff, typeCode } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const text = page => page.locator('main').innerText()

for (const javaScriptEnabled of [true, false]) {
  test(`a resident looks, makes a series and gives one date back, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await bookTonightsTable(page, town, javaScriptEnabled ? '13800000911' : '13800000912')
    await typeCode(page, town)
    await page.goto(town.base + '/s/sanhe/venues/table-tennis')
    await page.locator('main a', { hasText: '长期订' }).click()
    await page.locator('label.seg', { hasText: '周六' }).click()
    await page.locator('label.seg', { hasText: '周三' }).click()
    await page.locator('input[name="at"]').fill(javaScriptEnabled ? '09:00' : '10:00')
    await page.locator('input[name="times"]').fill('4')
    await page.locator('main button', { hasText: '看看' }).click()
    await page.waitForURL(/look=1/)
    assert.match(await text(page), /星期六/)
    assert.equal(await page.locator('#preview .row').count(), 4)
    await page.locator('#preview button').click()
    await page.waitForURL(/\/series\/[0-9a-f-]{36}$/)
    assert.match(await text(page), /订好了/)
    await page.locator('main ul.rows a.pill', { hasText: '改' }).first().click()
    await page.locator('form[action$="/cancellation"] button').click()
    await page.waitForURL(/\/series\/[0-9a-f-]{36}$/)
    assert.match(await text(page), /已取消|退/)
    await context.close()
  })
}

test('the desk shows the dates while somebody types', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town, 'lijianguo')
  await page.goto(town.base + '/s/sanhe/desk/series')
  assert.match(await text(page), /书法小组/)
  await page.goto(town.base + '/s/sanhe/desk/series/new?offering=meeting-room&pattern=lunar-yearly')
  await page.locator('select[name="month"]').selectOption('5')
  await page.locator('select[name="day"]').selectOption('13')
  await page.locator('#preview .row').first().waitFor()
  assert.match(await page.locator('#preview').innerText(), /农历五月十三/)
  await context.close()
})
