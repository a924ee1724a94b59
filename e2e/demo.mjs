// Starts the demo township and a browser for the tests, and the little ways in which a person uses a page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const ROOT = new URL('..', import.meta.url).pathname
const EVENING = '2026-06-24T19:20'

// Sanhe on a Wednesday evening, on a free port that it says itself. `stop` ends it.
export async function demo(at = EVENING) {
  const program = process.env.YIZHAN ?? join(ROOT, 'target/debug/yizhan')
  const child = spawn(program, ['demo', '--at', at, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  const greeting = () => said.match(/open +(http:\S+)\/\s[^]*login (\S+), password (\S+)/)
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 600) {
      child.kill()
      throw new Error(`the demo did not start:\n${said}`)
    }
    if (greeting() && (await get(greeting()[1] + '/readyz').catch(() => ({}))).status === 200) break
    await new Promise(wake => setTimeout(wake, 100))
  }
  const [, base, manager, password] = greeting()
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { base, manager, password, stop }
}

// A line to the demo that can be cut and mended. A browser that is told to be offline now and then lets through what a page sends
// while it opens; nothing comes through this one.
export async function line(base) {
  const there = new URL(base), open = new Set()
  let whole = true
  const server = createServer(near => {
    const far = connect(there.port, there.hostname)
    for (const [one, other] of [[near, far], [far, near]]) {
      open.add(one)
      one.on('error', () => {}).on('close', () => { open.delete(one); other.destroy() })
    }
    if (whole) near.pipe(far).pipe(near)
    else near.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => open.forEach(one => one.destroy())
  return {
    base: `http://localhost:${server.address().port}`,
    cut() { whole = false; hangUp() },
    mend() { whole = true },
    stop() { hangUp(); server.close() },
  }
}

// As root and without a screen; a fresh profile each time; nothing but the demo is asked for anything. All pages are the demo's,
// so one process draws them: a fresh one for each page would cost more than the page.
export async function browser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync',
    '--no-first-run', '--disable-component-update', '--process-per-site']
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell'
  const home = await mkdtemp(join(tmpdir(), 'yizhan-e2e-'))
  const chrome = await chromium.launch({ executablePath, args, env: { ...process.env, XDG_CONFIG_HOME: home } })
  const [open, close] = [chrome.newContext.bind(chrome), chrome.close.bind(chrome)]
  // A page that does not answer for that long is broken, on a machine with other things to do as well.
  chrome.newContext = async options => {
    const context = await open(options)
    context.setDefaultTimeout(30_000)
    return context
  }
  chrome.close = async () => {
    await close()
    await rm(home, { recursive: true, force: true })
  }
  return chrome
}

// A demo and a browser for all tests of a file, there when the first one starts and gone after the last.
export function started() {
  const there = {}
  before(async () => {
    there.town = await demo()
    there.chrome = await browser()
  })
  after(async () => {
    await there.chrome?.close()
    await there.town?.stop()
  })
  return there
}

// One plain request, as small programs make it; the body as bytes that came over the wire.
export function get(url, headers = {}) {
  return new Promise((done, failed) => {
    const req = request(url, { headers }, res => {
      const parts = []
      res.on('data', part => parts.push(part))
      res.on('end', () => done({ status: res.statusCode, headers: res.headers, body: Buffer.concat(parts) }))
    })
    req.on('error', failed)
    req.end()
  })
}

export const PHONE = { viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true, isMobile: true, deviceScaleFactor: 2 }
export const DESK = { viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' }
// Makes a browser of the rehearsal the kiosk in the hall, and leads to its first page.
export const KIOSK = '/s/sanhe/kiosk/open/rehearsal'
export const CARE = { name: 'care', value: '1' }

// The newest one-time code that the demo has "sent".
export async function codeFrom(base) {
  const page = (await get(base + '/messages')).body.toString()
  const code = page.match(/验证码 (\d{6})/)
  if (!code) throw new Error('no code on the messages page')
  return code[1]
}

// Proves a phone on the way to where somebody was going.
export async function prove(page, town, phone) {
  await page.locator('input[name="phone"]').fill(phone)
  await page.locator('main form button').first().click()
  const digits = page.locator('input[autocomplete="one-time-code"]')
  await digits.waitFor()
  await digits.fill(await codeFrom(town.base))
  await page.locator('main form button').first().click()
}

// Signs the demo's manager in, as the demo itself says how; or somebody else who works there.
export async function signInStaff(page, town, who) {
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill(who ?? town.manager)
  await page.locator('input[name="password"]').fill(town.password)
  await page.locator('main form button').first().click()
  await page.waitForURL(url => !url.pathname.startsWith('/staff/sign-in'))
}

// A picture of one colour, with words inside the file that nobody may find again.
export const SECRET = '36.42N 102.03E'
export function picture(width, height) {
  const chunk = (kind, body) => {
    const named = Buffer.concat([Buffer.from(kind), body]), size = Buffer.alloc(4), sum = Buffer.alloc(4)
    size.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 120)])
  const rows = deflateSync(Buffer.concat(Array(height).fill(row)))
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

// Counts what a finger does.
export function taps() {
  const tapped = { count: 0, on: async place => {
    await place.click()
    tapped.count++
  } }
  return tapped
}

// What was tapped leads to a page whose path `there` fits; nothing is looked for before it is there.
export async function leads(page, tap, there) {
  await tap()
  await page.waitForURL(url => there.test(url.pathname))
}

const ROUND = /\/venues\/table-tennis$/

// Books tonight's table from the home page: two taps, and the phone number where it is asked for.
export async function bookTonightsTable(page, town, phone) {
  await page.goto(town.base + '/')
  await leads(page, () => page.locator('a[href*="/venues/table-tennis"]').first().click(), ROUND)
  await bookHere(page, phone)
}

// Takes what the page of an offering has chosen already.
export async function bookHere(page, phone) {
  const field = page.locator('input[name="phone"]')
  if (await field.count()) await field.fill(phone)
  await page.locator('button:visible', { hasText: '订下' }).click()
}

// The code is "sent" when the page that asks for it is there.
export async function typeCode(page, town) {
  const field = page.locator('input[autocomplete="one-time-code"]')
  await field.waitFor()
  await field.fill(await codeFrom(town.base))
  await leads(page, () => page.locator('main form button').first().click(), RESERVATION)
}

export const RESERVATION = /\/reservations\/[0-9a-f-]{36}$/
