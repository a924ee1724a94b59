// No wasted trip: a resident sees who is in, takes a ticket from home in two taps, watches it live, is called on the screen in
// the hall and served; the desk works with the keyboard alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, KIOSK, PHONE, browser, demo } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-24T11:20')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

async function atTheDesk() {
  const page = await (await chrome.newContext(DESK)).newPage()
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill('maxuelan')
  await page.locator('input[name="password"]').fill(town.password)
  await page.locator('main button').first().click()
  await page.waitForURL(/\/desk\//)
  await page.goto(town.base + '/s/sanhe/desk/calls?desk=3')
  return page
}

test('errands: from the home page to a ticket in two taps, and called on the screen in the hall', async () => {
  const phone = await (await chrome.newContext(PHONE)).newPage()
  await phone.goto(town.base + '/s/sanhe')
  // The allowance official is in a village until three; who stands in can do it now.
  await phone.locator('main a[href="/s/sanhe/matters/old-age-allowance"]').first().click()
  const matter = await phone.locator('main').innerText()
  assert.match(matter, /去 3 号窗找马学兰/)
  assert.match(matter, /祁海燕下村 15:00 回/)
  await phone.locator('main form button').first().click()
  await phone.waitForURL(/\/tickets\//)
  const number = (await phone.locator('main').innerText()).match(/A\d{3}/)[0]
  await phone.locator('main button', { hasText: '我到了' }).click()

  const hall = await (await chrome.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' })).newPage()
  await hall.goto(town.base + '/s/sanhe/hall')
  const desk = await atTheDesk()
  // A014 stands called; the desk serves it and those before ours, with the keyboard alone.
  for (let turns = 0; turns < 12; turns++) {
    const shown = await desk.locator('main').innerText()
    if (shown.includes('正在叫') && shown.match(/A\d{3}/)?.[0] === number) break
    await desk.locator('main form button').first().focus()
    await Promise.all([desk.waitForNavigation(), desk.keyboard.press('Enter')])
  }
  await hall.locator('.calling', { hasText: number }).waitFor()
  await phone.locator('main', { hasText: '请到 3 号窗' }).waitFor()
  assert.ok((await hall.locator('.calling').getAttribute('data-pieces')).includes('/assets/voice/'), 'the call has a voice')
})

test('errands: without JavaScript a number is drawn at the kiosk', async () => {
  const page = await (await chrome.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN', javaScriptEnabled: false })).newPage()
  await page.goto(town.base + KIOSK)
  await page.locator('button[name="line"][value="papers"]').click()
  await page.locator('button[name="priority"][value="none"]').click()
  assert.match(await page.locator('main').innerText(), /C\d{3}/)
})
