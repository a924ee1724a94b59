// A manager makes a passkey and comes in with it; an authenticator app; being forgotten. Chromium's own authenticator signs.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, codeFrom, demo, signInStaff } from './demo.mjs'

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

// A device with a finger on it.
async function withAuthenticator(page, isUserVerified = true) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified,
    automaticPresenceSimulation: true,
  } })
  const credentials = async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  const verified = value => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: value })
  const add = credential => cdp.send('WebAuthn.addCredential', { authenticatorId, credential })
  const clear = () => cdp.send('WebAuthn.clearCredentials', { authenticatorId })
  return { credentials, verified, add, clear }
}

test('a manager makes a passkey, signs out, and comes in with it alone', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  const device = await withAuthenticator(page)
  await signInStaff(page, town)
  await page.goto(town.base + '/staff/me')
  const make = page.locator('form[data-passkey="make"]')
  await make.locator('input[name="called"]').fill('窗口的电脑')
  await make.locator('button').click()
  await page.locator('.row', { hasText: '窗口的电脑' }).waitFor()
  assert.equal((await device.credentials()).length, 1)

  await context.clearCookies()
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('form[data-passkey="use"] button').click()
  await page.waitForURL(url => !url.pathname.startsWith('/staff/sign-in'))
  assert.match(page.url(), /\/desk/)
  assert.equal((await device.credentials())[0].signCount, 2)

  // A copy that has counted less is noticed.
  const [credential] = await device.credentials()
  await device.clear()
  await device.add({ ...credential, signCount: 0 })
  await context.clearCookies()
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('form[data-passkey="use"] button').click()
  await page.locator('main [role="alert"]', { hasText: '可能被复制过' }).waitFor()

  // Now the password asks for the passkey too.
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill(town.manager)
  await page.locator('input[name="password"]').fill(town.password)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/staff\/sign-in\/[a-z2-7]+/)
  assert.equal(await page.locator('form[data-passkey="use"] button').isVisible(), true)
  await context.close()
})

test('whoever is not recognised by the device is not let in, and the page says what to do', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await withAuthenticator(page, false)
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('form[data-passkey="use"] button').click()
  await page.locator('[data-failed]').waitFor()
  assert.match(await text(page), /没有成功/)
  await context.close()
})

// RFC 6238 with what the page shows to be typed by hand.
function digits(secret, at) {
  const bits = [...secret].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const from = mac[19] & 15
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1000000).padStart(6, '0')
}

const now = async () => Date.parse((await (await fetch(town.base + '/api/v1/rehearsal/clock')).json()).now)

test('a clerk sets an app up without a script, and it is asked for from then on', async () => {
  const context = await chrome.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInStaff(page, town, 'lijianguo')
  await page.goto(town.base + '/staff/me')
  assert.equal(await page.locator('form[data-passkey]').isVisible(), false, 'what needs a script stays hidden')
  await page.locator('form[action="/staff/me/app"] button').click()
  const secret = (await page.locator('section[aria-labelledby="scan"] b').innerText()).replace(/\s/g, '')
  assert.match(secret, /^[A-Z2-7]{32}$/)
  await page.locator('input[name="digits"]').fill(digits(secret, await now()))
  await page.locator('main form button').first().click()
  assert.equal(await page.locator('section[aria-labelledby="codes"] li').count(), 10)
  const code = await page.locator('section[aria-labelledby="codes"] li').first().innerText()

  await context.clearCookies()
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill('lijianguo')
  await page.locator('input[name="password"]').fill(town.password)
  await page.locator('main form button').first().click()
  assert.match(page.url(), /\/staff\/sign-in\//)
  await page.locator('input[name="digits"]').fill(code)
  await page.locator('main form button').first().click()
  assert.match(page.url(), /\/desk/)
  await context.close()
})

test('a resident reads what is known, takes it along and is forgotten, without a script', async () => {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled: false, acceptDownloads: true })
  const page = await context.newPage()
  await page.goto(town.base + '/sign-in')
  await page.locator('input[name="phone"]').fill('13812340001')
  await page.locator('main form button').first().click()
  await page.locator('input[name="digits"]').fill(await codeFrom(town.base))
  await page.locator('main form button').first().click()
  await page.goto(town.base + '/me')
  await page.locator('a[href="/me/data"]').click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href="/me/data.json"]').click()])
  assert.equal(file.suggestedFilename(), 'my-data.json')
  await page.locator('form[action="/me/forget"] button').click()
  assert.match(await text(page), /会没有的[\s\S]*会留下的/)
  await page.locator('input[name="digits"]').fill(await codeFrom(town.base))
  await page.locator('main button', { hasText: '忘掉我' }).click()
  assert.match(await text(page), /不认识您了/)
  await page.goto(town.base + '/me')
  assert.match(page.url(), /\/sign-in/)
  await context.close()
})
