// Takes the pictures that the README shows. Nothing in them is real: the people and the evening are the demo's.
import { mkdir, stat } from 'node:fs/promises'
import { CARE, DESK, PHONE, bookTonightsTable, browser, demo, signInStaff, typeCode } from './demo.mjs'

const INTO = new URL('../docs/pictures/', import.meta.url).pathname
const MOST_BYTES = 150_000
const ROUND = '/s/sanhe/venues/table-tennis'
// One picture point per point of the page: a README is not read with a magnifying glass.
const SMALL = { ...PHONE, deviceScaleFactor: 1 }

// The screen in the hall is drawn in parts of its width: a smaller one looks the same.
const SCREEN = { ...DESK, viewport: { width: 1120, height: 630 } }
const MORNING = '2026-06-24T11:20'
const FAIR = '2026-06-27T10:00'

const chrome = await browser()

// A demo for as long as pictures of it are taken.
let town
async function during(at, work) {
  town = await demo(at)
  try {
    await work(path => page => page.goto(town.base + path))
  } finally {
    await town.stop()
  }
}

async function take(name, options, open) {
  const context = await chrome.newContext(options)
  if (options.care) await context.addCookies([{ ...CARE, url: town.base }])
  const page = await context.newPage()
  await open(page)
  await page.waitForLoadState('load')
  await page.screenshot({ path: `${INTO}${name}.png` })
  await context.close()
  const { size } = await stat(`${INTO}${name}.png`)
  process.stdout.write(`docs/pictures/${name}.png  ${Math.ceil(size / 1000)} kB\n`)
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`)
}

try {
  await mkdir(INTO, { recursive: true })
  await during(undefined, async at => {
    await take('home', SMALL, at('/'))
    await take('book', SMALL, at(ROUND))
    await take('care', { ...SMALL, care: true }, at('/'))
    await take('dark', { ...SMALL, colorScheme: 'dark' }, at('/'))
    await take('reservation', SMALL, async page => {
      await bookTonightsTable(page, town, '13800005521')
      await typeCode(page, town)
    })
    await take('desk-today', DESK, async page => {
      await signInStaff(page, town)
      await page.goto(town.base + '/s/sanhe/desk/today')
    })
  })
  await during(MORNING, async at => {
    await take('matter', SMALL, at('/s/sanhe/matters/old-age-allowance'))
    await take('month', SMALL, at('/s/sanhe/months/2026-05'))
    await take('hall', SCREEN, at('/s/sanhe/hall'))
  })
  await during(FAIR, at => take('parking', SMALL, at('/s/sanhe/parking')))
} finally {
  await chrome.close()
}
