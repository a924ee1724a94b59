// The bars of every page: weight, requests, contrast and names (axe), width, text size, policy of content, stillness.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, test } from 'node:test'
import { CARE, DESK, KIOSK, PHONE, bookTonightsTable, browser, demo, get, signInStaff, typeCode } from './demo.mjs'
import { slowLine, watchShifts } from './still.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PUBLIC = ['/', '/s/sanhe', '/s/sanhe/about', '/s/sanhe/venues', '/s/sanhe/venues/table-tennis',
  '/s/sanhe/venues/table-tennis/week', '/s/sanhe/venues/gym', '/s/sanhe/venues/calligraphy?on=2026-06-25', '/s/sanhe/doors/gym', '/s/sanhe/games', '/s/sanhe/games/new', '/s/sanhe/clubs', '/s/sanhe/seasons', '/directory', '/sign-in',
  '/near', '/near?division=630203102&activity=swimming', '/near?q=%E5%B9%B3%E5%AE%89&activity=table-tennis',
  '/s/sanhe/errands', '/s/sanhe/errands?q=glbt', '/s/sanhe/matters/old-age-allowance', '/s/sanhe/officials', '/s/sanhe/village-days', '/s/sanhe/duty', '/s/sanhe/deputies', '/s/sanhe/activities', '/s/sanhe/activities?span=day', '/s/sanhe/activities?span=week', '/s/sanhe/activities?span=month&on=2026-07-01', '/s/sanhe/measure', '/s/sanhe/measure?month=2026-05',
  '/s/sanhe/matters/old-age-allowance/appointments', '/s/sanhe/parking', '/s/sanhe/kiosk',
  '/no-such-page', '/forgotten']
const MINE = ['/me', '/s/sanhe/fair', '/s/sanhe/fair/stalls/new', '/s/sanhe/series/new?offering=table-tennis', '/s/sanhe/series/new?offering=table-tennis&look=1', '/me/data', '/me/children', '/s/sanhe/games/new?offering=chess', '/s/sanhe/spare-times', '/s/sanhe/games/apart', '/s/sanhe/clubs/new', '/s/sanhe/proxies/new?matter=old-age-allowance',
  '/s/sanhe/venues/courtyard/wait?at=2026-06-26T07%3A00%3A00%2B08%3A00&minutes=60']
// The door of staff has a script more than public pages: it talks to passkeys.
const DOOR = ['/staff/sign-in', '/card/abc']
const HALL = ['/s/sanhe/parking/sign', '/s/sanhe/games/hall', '/s/sanhe/hall', '/s/sanhe/hall/officials/1', '/s/sanhe/kiosk', '/s/sanhe/kiosk/priority?line=civil', '/s/sanhe/kiosk/here', '/s/sanhe/kiosk/rating', '/s/sanhe/kiosk/rating?n=A00']
const STAFF = ['today', 'paper', 'games', 'walk-ins', 'waits', 'waits?on=2026-06-26', 'reservations/new', 'series', 'clubs',
  'series/new?offering=half-hall&look=1', 'seasons', 'seasons/new', 'requests', 'openings', 'venues',
  'calls', 'presence', 'my-week', 'tickets/new', 'tickets/pads', 'lounge', 'lines', 'lines/new', 'lines/1', 'lines/desks/new', 'lines/desks/3/note', 'lines/retired', 'lines/kiosk', 'matters', 'matters/old-age-allowance', 'officials', 'village-days', 'village-days/new', 'proxies', 'proxies/new', 'drop-offs', 'drop-offs/new?matter=6', 'duty', 'duty/posts/1', 'first-asked', 'deputies', 'deputies/people', 'measure', 'call-backs', 'told',
  'activities', 'activities/new', 'appointments', 'appointments/new', 'appointments/new?matter=old-age-allowance', 'lines/1/appointments',
  'parking', 'fair', 'parking/lots/new', 'venues/1', 'venues/2/door', 'offerings/4', 'changes', 'station', 'cards', 'team']
  .map(page => `/s/sanhe/desk/${page}`).concat('/staff/me')

let town, chrome, resident, staff, kiosk
before(async () => {
  town = await demo()
  chrome = await browser()
  resident = await signedInResident()
  staff = await signedInStaff()
  kiosk = await openedKiosk()
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

async function openedKiosk() {
  const context = await chrome.newContext(DESK)
  await (await context.newPage()).goto(town.base + KIOSK)
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
  ...HALL.map(path => ({ path, storageState: kiosk, shape: DESK })),
  ...STAFF.map(path => ({ path, storageState: staff, shape: DESK })),
]

// Looks at some pages at once: most of the time goes by in waiting.
const AT_ONCE = 4

// Opens each page and has it looked at; `look` says the problems that it finds, by the name of the bar. Pages that the same
// person sees follow each other in one tab: a tab of its own for each would cost more than the page.
async function eachPage(options, look, base = town.base) {
  const found = new Map(), left = pages()
  const note = (bar, path, problems) => problems.length &&
    found.set(bar, [...found.get(bar) ?? [], `${path}\n    ${problems.join('\n    ')}`])
  const open = async (tab, path) => {
    tab.errors.length = 0
    try {
      await tab.page.goto('about:blank')
      await tab.shifts()
      await tab.page.goto(base + path)
      await look({ ...tab, path, note: (bar, problems) => note(bar, path, problems) })
    } catch (error) {
      tab.errors.push(error.message)
    }
    note('opens', path, tab.errors)
  }
  const opening = async () => {
    const tabs = new Map()
    while (left.length) {
      const { path, storageState, shape } = left.shift()
      const who = storageState ?? shape
      if (!tabs.has(who)) tabs.set(who, await newTab({ ...shape, ...options, storageState }))
      await open(tabs.get(who), path)
    }
    for (const { page } of tabs.values()) await page.context().close()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, opening))
  return found
}

// A tab that notes what goes wrong in it, and what moves.
async function newTab(options) {
  const context = await chrome.newContext(options)
  if (options.care) await context.addCookies([{ ...CARE, url: town.base }])
  const page = await context.newPage()
  const errors = []
  page.on('console', line => line.type() === 'error' && !/404/.test(line.text()) && errors.push(line.text()))
  page.on('pageerror', error => errors.push(String(error)))
  return { page, errors, shifts: await watchShifts(page) }
}

// Opening a page costs the most: each is opened once for a way of reading it, and looked at for all `bars` of it.
function bars(name, options, looks, base) {
  describe(name, () => {
    let found
    before(async () => {
      found = await eachPage(options, async seen => {
        for (const [bar, look] of Object.entries(looks)) seen.note(bar, await look(seen))
      }, await base?.())
    })
    for (const bar of ['opens', ...Object.keys(looks)]) {
      test(bar === 'opens' ? 'each page opens without an error' : bar, () => {
        assert.ok(found, 'the pages were not opened')
        assert.equal(found.get(bar), undefined, `\n${found.get(bar)?.join('\n')}`)
      })
    }
  })
}

// In the dark a page has the same content in other colours: only what depends on colours is asked again.
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

// axe is put into the page by the browser's own tools, past the page's policy.
const axeFinds = (colorScheme, runOnly) => async ({ page }) => {
  await page.emulateMedia({ colorScheme })
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe)
  const { violations } = await page.evaluate(only => axe.run({ resultTypes: ['violations'], ...only }), runOnly && { runOnly })
  return violations.map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)
}

const letters = () => parseFloat(getComputedStyle(document.documentElement).fontSize)
const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

async function tooWide(page) {
  const over = await page.evaluate(wider)
  return over > 0 ? [`${over} px too wide`] : []
}

async function smallPhone({ page }) {
  const usual = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const problems = await tooWide(page)
  // A word of the bars that is broken in the middle of its letters is too wide as well, only not to the right.
  const tall = await page.evaluate(() => [...document.querySelectorAll('.top .tbtn, .dock a, .buy .btn')]
    .filter(e => e.getBoundingClientRect().height > 4.5 * parseFloat(getComputedStyle(document.documentElement).fontSize))
    .map(e => e.innerText))
  if (tall.length) problems.push(`squeezed: ${tall.join(', ')}`)
  await page.setViewportSize(usual)
  return problems
}

async function doubleText({ page }) {
  const usual = await page.evaluate(letters)
  await page.addStyleTag({ content: 'html{font-size:225%!important}' })
  assert.equal(await page.evaluate(letters), usual * 2)
  return tooWide(page)
}

// Long enough for what a script or a late style sheet would still change; the picture makes the browser show its last frame.
async function still({ page, shifts }) {
  await page.waitForTimeout(300)
  await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 }, caret: 'initial' })
  return shifts()
}

async function strictPolicy({ page, path }) {
  const { headers, body } = await get(town.base + path)
  const policy = headers['content-security-policy'] ?? ''
  const problems = []
  if (!policy.includes("default-src 'self'") || policy.includes('unsafe')) problems.push(`policy: ${policy}`)
  if (/ style="|<style|<script>|\son[a-z]+="/.test(body.toString())) problems.push('inline style or script')
  // An open page of the desk keeps a line open: the network is never idle. What breaks the policy does so at once, as an error.
  await page.waitForLoadState('load')
  return problems
}

bars('usual letters', { bypassCSP: true }, {
  'axe finds nothing in light': axeFinds('light'),
  'axe finds nothing in dark': axeFinds('dark', OF_COLOURS),
  'nothing is wider than a phone of 320 px': smallPhone,
  'nothing is wider than the page with text of 200 %': doubleText,
})
bars('large letters', { bypassCSP: true, care: true }, {
  'axe finds nothing': axeFinds('light'),
  'nothing is wider than a phone of 320 px': smallPhone,
})
bars('large letters, in English', { care: true, locale: 'en-GB' }, {
  'nothing is wider than a phone of 320 px': smallPhone,
})
bars('as everybody opens it', {}, {
  'nothing moves after it was shown': still,
  'the policy of content is strict and no page breaks it': strictPolicy,
})
for (const [name, options] of Object.entries({
  'with the script': {},
  'without JavaScript': { javaScriptEnabled: false },
  'large letters': { care: true },
})) {
  describe('piece by piece', () => {
    let line
    after(() => line?.stop())
    bars(name, options, { 'nothing moves while the page comes in': still }, async () => {
      line = await slowLine(town, 12, 40)
      return line.base
    })
  })
}

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
