// A time at a desk: booked from home with and without JavaScript, said at the kiosk, called in its turn among those who just come.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, KIOSK, PHONE, browser, demo } from './demo.mjs'

const BOOK = '/s/sanhe/matters/minimum-living-allowance/appointments'
const HALL = { viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' }

let town, chrome
before(async () => {
  town = await demo('2026-06-24T08:10')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const open = async options => (await chrome.newContext(options)).newPage()
const text = page => page.locator('main').innerText()
const number = async page => (await text(page)).match(/A\d{3}/)[0]

async function atTheDesk() {
  const page = await open(DESK)
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill('maxuelan')
  await page.locator('input[name="password"]').fill(town.password)
  await page.locator('main button').first().click()
  await page.waitForURL(/\/desk\//)
  return page
}

test('appointments: two taps from the page of a matter, without JavaScript too', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const phone = await open({ ...PHONE, javaScriptEnabled })
    await phone.goto(town.base + '/s/sanhe/matters/minimum-living-allowance')
    await phone.locator('main a', { hasText: '预约' }).first().click()
    await phone.locator('main button[name="from"]').first().click()
    await phone.waitForURL(/\/tickets\//)
    assert.match(await text(phone), /约在/)
    assert.match(await number(phone), /A\d{3}/)
    await phone.context().close()
  }
})

test('appointments: moved to another day, and the old page leads there', async () => {
  const phone = await open(PHONE)
  await phone.goto(town.base + BOOK)
  await phone.locator('main button[name="from"]').first().click()
  await phone.waitForURL(/\/tickets\//)
  const old = phone.url()
  await phone.locator('main a', { hasText: '换个时间' }).click()
  await phone.locator('.days a').nth(2).click()
  await phone.locator('main button[name="from"]').first().click()
  await phone.waitForURL(url => /\/tickets\//.test(url) && String(url) !== old)
  assert.match(await text(phone), /约在/)
  await phone.goto(old)
  assert.match(await text(phone), /改到别的日子了/)
  const calendar = await phone.request.get(phone.url() + '/calendar.ics')
  assert.match(await calendar.text(), /STATUS:CANCELLED/)
})

test('appointments: a clerk books by name; they come, say so at the kiosk, and are called at their time', async () => {
  const desk = await atTheDesk()
  await desk.goto(town.base + '/s/sanhe/desk/appointments/new?matter=emergency-relief')
  await desk.locator('input[name="name"]').fill('罗大爷')
  const button = desk.locator('main button[name="from"]').first()
  const at = (await button.innerText()).trim()
  await button.click()
  await desk.waitForURL(/booked=/)
  const booked = (await text(desk)).match(/约好了：(A\d{3})/)[1]

  const kiosk = await open(HALL)
  await kiosk.goto(town.base + KIOSK)
  const walkIn = async () => {
    await kiosk.goto(town.base + '/s/sanhe/kiosk')
    await kiosk.locator('button[name="line"][value="civil"]').click()
    await kiosk.locator('button[name="priority"][value="none"]').click()
    return number(kiosk)
  }
  const first = await walkIn()
  await walkIn()
  await kiosk.goto(town.base + '/s/sanhe/kiosk/here?n=' + booked)
  await kiosk.locator('form button').click()
  assert.match(await text(kiosk), /知道您到了/)

  // It is not their time yet: whoever came first is called.
  await desk.goto(town.base + '/s/sanhe/desk/calls?desk=3')
  await desk.locator('button[value="next"]').click()
  await desk.locator('main', { hasText: '正在叫' }).waitFor()
  assert.equal(await number(desk), first)
  await desk.locator('button[value="serve"]').click()
  await desk.locator('main', { hasText: '正在办' }).waitFor()
  // The clock of the demo is moved to their time.
  await desk.request.post(town.base + '/api/v1/rehearsal/clock', { data: { at: `2026-06-24T${at}` } })
  await desk.goto(town.base + '/s/sanhe/desk/calls?desk=3')
  assert.match(await text(desk), /约的时间到了/)
  await desk.locator('button[value="next"]').click()
  await desk.locator('main', { hasText: '正在叫' }).waitFor()
  assert.equal(await number(desk), booked)
})
