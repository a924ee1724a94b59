// Every page of the demo as those see it who may, and a way to open each of them and look. Whoever imports this has a demo and
// a browser for the tests of its file.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { CARE, DESK, KIOSK, PHONE, bookTonightsTable, browser, demo, signInStaff, typeCode } from './demo.mjs'
import { watchShifts } from './still.mjs'

export const PUBLIC = ['/', '/s/sanhe', '/s/sanhe/about', '/s/sanhe/venues', '/s/sanhe/venues/table-tennis',
  '/s/sanhe/venues/table-tennis/week', '/s/sanhe/venues/gym', '/s/sanhe/venues/calligraphy?on=2026-06-25', '/s/sanhe/doors/gym', '/s/sanhe/games', '/s/sanhe/games/new', '/s/sanhe/clubs', '/s/sanhe/seasons', '/directory', '/sign-in',
  '/near', '/near?division=630203102&activity=swimming', '/near?q=%E5%B9%B3%E5%AE%89&activity=table-tennis',
  '/s/sanhe/errands', '/s/sanhe/errands?q=glbt', '/s/sanhe/matters/old-age-allowance', '/s/sanhe/officials', '/s/sanhe/village-days', '/s/sanhe/duty', '/s/sanhe/deputies', '/s/sanhe/activities', '/s/sanhe/activities?span=day', '/s/sanhe/activities?span=week', '/s/sanhe/activities?span=month&on=2026-07-01', '/s/sanhe/measure', '/s/sanhe/measure?month=2026-05',
  '/s/sanhe/matters/old-age-allowance/appointments', '/s/sanhe/parking', '/s/sanhe/kiosk',
  '/s/sanhe/notices', '/s/sanhe/notices?q=%E7%90%83', '/s/sanhe/notices?section=reminders', '/s/sanhe/notices/moods',
  '/s/sanhe/opinions', '/s/sanhe/opinions/new', '/s/sanhe/opinions/follow',
  '/s/sanhe/library', '/s/sanhe/library?q=cadl', '/s/sanhe/library?kind=picture-book', '/s/sanhe/library/shelves/a', '/s/sanhe/library/shelves/h',
  '/s/sanhe/wishes', '/s/sanhe/wishes?band=to-100', '/s/sanhe/wishes/ask',
  '/county/630203', '/s/sanhe/months', '/s/sanhe/months/2026-05', '/s/sanhe/months/dictionary', '/s/sanhe/survey', '/s/sanhe/door',
  '/no-such-page', '/forgotten']
const MINE = ['/me', '/s/sanhe/fair', '/s/sanhe/fair/stalls/new', '/s/sanhe/series/new?offering=table-tennis', '/s/sanhe/series/new?offering=table-tennis&look=1', '/me/data', '/me/children', '/s/sanhe/games/new?offering=chess', '/s/sanhe/spare-times', '/s/sanhe/games/apart', '/s/sanhe/clubs/new', '/s/sanhe/proxies/new?matter=old-age-allowance',
  '/s/sanhe/venues/courtyard/wait?at=2026-06-26T07%3A00%3A00%2B08%3A00&minutes=60']
// The door of staff has a script more than public pages: it talks to passkeys.
const DOOR = ['/staff/sign-in', '/card/abc']
const HALL = ['/s/sanhe/parking/sign', '/s/sanhe/games/hall', '/s/sanhe/hall', '/s/sanhe/hall/officials/1', '/s/sanhe/kiosk', '/s/sanhe/kiosk/priority?line=civil', '/s/sanhe/kiosk/here', '/s/sanhe/kiosk/rating', '/s/sanhe/kiosk/rating?n=A00', '/s/sanhe/kiosk/library', '/s/sanhe/kiosk/survey']
const STAFF = ['today', 'paper', 'games', 'walk-ins', 'waits', 'waits?on=2026-06-26', 'reservations/new', 'series', 'clubs',
  'series/new?offering=half-hall&look=1', 'seasons', 'seasons/new', 'requests', 'openings', 'venues',
  'calls', 'presence', 'my-week', 'tickets/new', 'tickets/pads', 'lounge', 'lines', 'lines/new', 'lines/1', 'lines/desks/new', 'lines/desks/3/note', 'lines/retired', 'lines/kiosk', 'matters', 'matters/old-age-allowance', 'officials', 'village-days', 'village-days/new', 'proxies', 'proxies/new', 'drop-offs', 'drop-offs/new?matter=6', 'duty', 'duty/posts/1', 'first-asked', 'deputies', 'deputies/people', 'measure', 'call-backs', 'told',
  'activities', 'activities/new', 'appointments', 'appointments/new', 'appointments/new?matter=old-age-allowance', 'lines/1/appointments',
  'parking', 'fair', 'parking/lots/new', 'venues/1', 'venues/2/door', 'offerings/4', 'changes', 'station', 'cards', 'team',
  'notices', 'notices/new', 'notices/sections', 'opinions', 'opinions/new', 'opinions/month', 'opinions/categories', 'opinions/categories/new', 'opinions/templates', 'partners',
  'library', 'library/holds', 'library/overdue', 'library/tasks', 'library/settings', 'library/titles', 'library/titles/new', 'library/import', 'library/shelves', 'library/stocktakes', 'library/transfers', 'library/transfers/new', 'library/month',
  'wishes', 'wishes/new', 'wishes/shares', 'wishes/month',
  'door', 'months', 'survey']
  .map(page => `/s/sanhe/desk/${page}`).concat('/staff/me')

export let town
let chrome, resident, staff, kiosk
before(async () => {
  town = await demo()
  chrome = await browser()
  resident = await signedInResident()
  staff = await signedInStaff()
  kiosk = await openedKiosk()
  await whatTheStationTells()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

// Pages whose addresses the demo draws: a notice with a photo, an opinion that everybody may read, one at the desk, a book, a wish.
async function whatTheStationTells() {
  const ask = async (path, headers) => (await fetch(`${town.base}/api/v1/stations/sanhe/${path}`, { headers })).json()
  const { notices } = await ask('notices'), { posts } = await ask('opinions/posts')
  const { titles } = await ask('library/titles'), { wishes } = await ask('wishes')
  const { copies } = await ask(`library/titles/${titles[0].id}`)
  PUBLIC.push(`/s/sanhe/library/titles/${titles[0].id}`, `/s/sanhe/library/copies/${copies[0].barcode}`, `/s/sanhe/wishes/${wishes[0].id}`)
  STAFF.push(`/s/sanhe/desk/library/titles/${titles[0].id}`)
  PUBLIC.push(`/s/sanhe/notices/${notices[0].id}`, `/s/sanhe/opinions/posts/${posts[0].id}`)
  const cookie = staff.cookies.map(c => `${c.name}=${c.value}`).join('; ')
  const { opinions } = await ask('desk/opinions?all=true', { cookie })
  STAFF.push(`/s/sanhe/desk/notices/${notices[0].id}`, `/s/sanhe/desk/notices/${notices[0].id}/edit`)
  for (const state of ['received', 'working', 'disputed']) {
    STAFF.push(`/s/sanhe/desk/opinions/${opinions.find(o => o.state === state).id}`)
  }
}

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

const pages = staff => [
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
  // Staff of its own for each way of reading: somebody has few windows, and may keep few streams of news open.
  const found = new Map(), left = pages(await signedInStaff())
  const note = (bar, path, problems) => problems.length &&
    found.set(bar, [...found.get(bar) ?? [], `${path}\n    ${problems.join('\n    ')}`])
  const open = async (tab, path) => {
    tab.errors.length = 0
    tab.address = base + path
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
  const tab = { page, errors, shifts: await watchShifts(page) }
  // Some pages say that something is not there, or not for a stranger: their own answer is no error.
  const isItself = line => /status of 40[34]/.test(line.text()) && line.location().url === tab.address
  page.on('console', line => line.type() === 'error' && !isItself(line) && errors.push(line.text()))
  page.on('pageerror', error => errors.push(String(error)))
  return tab
}

// Opening a page costs the most: each is opened once for a way of reading it, and looked at for all `bars` of it.
export function bars(name, options, looks, base) {
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
