// The bars of every page: weight, requests, contrast and names (axe), width, text size, policy of content, stillness.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { CARE, DESK, PHONE, bookTonightsTable, browser, demo, get, signInStaff, typeCode } from './demo.mjs'
import { slowLine, watchShifts } from './still.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PUBLIC = ['/', '/s/sanhe', '/s/sanhe/about', '/s/sanhe/venues', '/s/sanhe/venues/table-tennis',
  '/s/sanhe/venues/table-tennis/week', '/s/sanhe/venues/gym', '/s/sanhe/venues/calligraphy?on=2026-06-25', '/s/sanhe/doors/gym', '/s/sanhe/games', '/s/sanhe/games/new', '/s/sanhe/clubs', '/s/sanhe/seasons', '/directory', '/sign-in',
  '/near', '/near?division=630203102&activity=swimming', '/near?q=%E5%B9%B3%E5%AE%89&activity=table-tennis',
  '/s/sanhe/errands', '/s/sanhe/errands?q=glbt', '/s/sanhe/matters/old-age-allowance', '/s/sanhe/officials',
  '/no-such-page', '/forgotten']
const MINE = ['/me', '/s/sanhe/series/new?offering=table-tennis', '/s/sanhe/series/new?offering=table-tennis&look=1', '/me/data', '/me/children', '/s/sanhe/games/new?offering=chess', '/s/sanhe/spare-times', '/s/sanhe/games/apart', '/s/sanhe/clubs/new',
  '/s/sanhe/venues/courtyard/wait?at=2026-06-26T07%3A00%3A00%2B08%3A00&minutes=60']
// The door of staff has a script more than public pages: it talks to passkeys.
const DOOR = ['/staff/sign-in', '/card/abc']
const HALL = ['/s/sanhe/games/hall', '/s/sanhe/hall', '/s/sanhe/hall/officials/1', '/s/sanhe/kiosk', '/s/sanhe/kiosk/priority?line=civil', '/s/sanhe/kiosk/here']
const STAFF = ['today', 'paper', 'games', 'walk-ins', 'waits', 'waits?on=2026-06-26', 'reservations/new', 'series', 'clubs',
  'series/new?offering=half-hall&look=1', 'seasons', 'seasons/new', 'requests', 'openings', 'venues',
  'calls', 'presence', 'tickets/new', 'lines', 'matters', 'matters/old-age-allowance', 'officials',
  'venues/1', 'venues/2/door', 'offerings/4', 'changes', 'station', 'cards', 'team']
  .map(page => `/s/sanhe/desk/${page}`).concat('/staff/me')

let town, chrome, resident, staff
before(async () => {
  town = await demo()
  chrome = await browser()
  resident = await signedInResident()
  staff = await signedInStaff()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

async function signedInResident() {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  await bookTonightsTable(page, town, '13800000911')
  await typeCode(page, town)
  MINE.push(new URL(page.url()).pathname)
  return kept(context)
}

async function signedInStaff() {
  const context = await chrome.newContext(DESK)
  await signInStaff(await context.newPage(), town)
  return kept(context)
}

async function kept(context) {
  const state = await context.storageState()
  await context.close()
  return state
}

const pages = () => [
  ...PUBLIC.map(path => ({ path, storageState: undefined, shape: PHONE })),
  ...DOOR.map(path => ({ path, storageState: undefined, shape: PHONE })),
  ...MINE.map(path => ({ path, storageState: resident, shape: PHONE })),
  ...HALL.map(path => ({ path, storageState: undefined, shape: DESK })),
  ...STAFF.map(path => ({ path, storageState: staff, shape: DESK })),
]

// Looks at some pages at once: most of the time goes by in waiting.
const AT_ONCE = 4

async function eachPage(options, check, only = pages(), base = town.base) {
  const failed = [], left = [...only]
  const look = async ({ path, storageState, shape }) => {
    const context = await chrome.newContext({ ...shape, ...options, storageState })
    if (options.care) await context.addCookies([{ ...CARE, url: town.base }])
    const page = await context.newPage()
    const problems = []
    page.on('console', line => line.type() === 'error' && !/404/.test(line.text()) && problems.push(line.text()))
    page.on('pageerror', error => problems.push(String(error)))
    try {
      const shifts = await watchShifts(page)
      await page.goto(base + path)
      await check(page, problems, path, shifts)
    } catch (error) {
      problems.push(error.message)
    }
    if (problems.length) failed.push(`${path}\n    ${problems.join('\n    ')}`)
    await context.close()
  }
  const looking = async () => {
    while (left.length) await look(left.shift())
  }
  await Promise.all(Array.from({ length: AT_ONCE }, looking))
  assert.equal(failed.length, 0, '\n' + failed.join('\n'))
}

for (const [name, options] of Object.entries({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  care: { colorScheme: 'light', care: true },
})) {
  test(`axe finds nothing in ${name}`, async () => {
    // axe is put into the page by the browser's own tools, past the page's policy.
    await eachPage({ ...options, bypassCSP: true }, async (page, problems) => {
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
      for (const v of violations) problems.push(`${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)
    })
  })
}

// Long enough for what a script or a late style sheet would still change; the picture makes the browser show its last frame.
async function still(page, problems, _, shifts) {
  await page.waitForTimeout(300)
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 }, caret: 'initial' })
  problems.push(...await shifts())
}

const letters = () => parseFloat(getComputedStyle(document.documentElement).fontSize)
const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

for (const [name, options] of Object.entries({
  'usual letters': {},
  'large letters': { care: true },
  'large letters, in English': { care: true, locale: 'en-GB' },
})) {
  test(`nothing is wider than a phone of 320 px, ${name}`, async () => {
    await eachPage({ viewport: { width: 320, height: 640 }, ...options }, async (page, problems) => {
      const over = await page.evaluate(wider)
      if (over > 0) problems.push(`${over} px too wide`)
      // A word of the bars that is broken in the middle of its letters is too wide as well, only not to the right.
      const tall = await page.evaluate(() => [...document.querySelectorAll('.top .tbtn, .dock a, .buy .btn')]
        .filter(e => e.getBoundingClientRect().height > 4.5 * parseFloat(getComputedStyle(document.documentElement).fontSize))
        .map(e => e.innerText))
      if (tall.length) problems.push(`squeezed: ${tall.join(', ')}`)
    })
  })
}

test('nothing is wider than the page with text of 200 %', async () => {
  await eachPage({}, async (page, problems) => {
    const usual = await page.evaluate(letters)
    await page.addStyleTag({ content: 'html{font-size:225%!important}' })
    assert.equal(await page.evaluate(letters), usual * 2)
    const over = await page.evaluate(wider)
    if (over > 0) problems.push(`${over} px too wide`)
  }, pages().map(p => ({ ...p, shape: { ...p.shape, bypassCSP: true } })))
})

test('nothing moves after it was shown', async () => {
  await eachPage({}, still)
})

for (const [name, options] of Object.entries({
  'with the script': {},
  'without JavaScript': { javaScriptEnabled: false },
  'large letters': { care: true },
})) {
  test(`nothing moves while a page comes in piece by piece, ${name}`, async () => {
    const line = await slowLine(town, 12, 40)
    await eachPage(options, still, pages(), line.base).finally(line.stop)
  })
}

test('the policy of content is strict and no page breaks it', async () => {
  await eachPage({}, async (page, problems, path) => {
    const { headers, body } = await get(town.base + path)
    const policy = headers['content-security-policy'] ?? ''
    if (!policy.includes("default-src 'self'") || policy.includes('unsafe')) problems.push(`policy: ${policy}`)
    if (/ style="|<style|<script>|\son[a-z]+="/.test(body.toString())) problems.push('inline style or script')
    // An open page of the desk keeps a line open: the network is never idle. What breaks the policy does so at once.
    await page.waitForLoadState('load')
    await page.waitForTimeout(200)
  })
})

describe('weight on the wire (brotli)', () => {
  const br = { 'accept-encoding': 'br' }
  for (const path of PUBLIC.filter(p => !/no-such/.test(p))) {
    test(path, async t => {
      const page = await get(town.base + path, br)
      const html = (await get(town.base + path)).body.toString()
      const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(m => m[1])
      const sizes = await Promise.all(assets.map(async a => (await get(town.base + a, br)).body.length))
      const first = page.body.length + sizes.reduce((a, b) => a + b, 0)
      assert.equal(page.headers['content-encoding'], 'br')
      assert.ok(assets.length + 1 <= 3, `${assets.length + 1} requests`)
      assert.ok(first <= 14 * 1024, `first visit ${first} bytes`)
      assert.ok(page.body.length <= 5 * 1024, `repeat ${page.body.length} bytes`)
      t.diagnostic(`first visit ${first} bytes in ${assets.length + 1} requests, again ${page.body.length}; ${sizes.join(' + ')} for files`)
      sizes.forEach((size, n) => assert.ok(size <= (assets[n].endsWith('.css') ? 4096 : 2048), `${assets[n]} ${size} bytes`))
    })
  }
})
