// The bars of every page: weight, requests, contrast and names (axe), width, text size.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import { demo, get } from './demo.mjs'
import { PUBLIC, bars, town } from './pages.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
  // A machine in the hall has large letters already.
  await page.addStyleTag({ content: `html{font-size:${usual * 2}px!important}` })
  assert.equal(await page.evaluate(letters), usual * 2)
  return tooWide(page)
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
describe('weight on the wire (brotli)', () => {
  const br = { 'accept-encoding': 'br' }
  const weigh = async (path, t, base = town.base) => {
    const page = await get(base + path, br)
    const html = (await get(base + path)).body.toString()
    const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(m => m[1])
    const sizes = await Promise.all(assets.map(async a => (await get(base + a, br)).body.length))
    const first = page.body.length + sizes.reduce((a, b) => a + b, 0)
    assert.equal(page.headers['content-encoding'], 'br')
    assert.ok(assets.length + 1 <= 3, `${path}: ${assets.length + 1} requests`)
    assert.ok(first <= 14 * 1024, `${path}: first visit ${first} bytes`)
    assert.ok(page.body.length <= 5 * 1024, `${path}: repeat ${page.body.length} bytes`)
    t.diagnostic(`first visit ${first} bytes in ${assets.length + 1} requests, again ${page.body.length}; ${sizes.join(' + ')} for files`)
    sizes.forEach((size, n) => assert.ok(size <= (assets[n].endsWith('.css') ? 4096 : 2048), `${assets[n]} ${size} bytes`))
  }
  const known = PUBLIC.filter(p => !/no-such/.test(p))
  for (const path of known) test(path, t => weigh(path, t))
  test('pages whose addresses the demo draws', async t => {
    const drawn = PUBLIC.filter(p => !known.includes(p) && !/no-such/.test(p))
    assert.ok(drawn.length >= 2, 'a notice and a post')
    for (const path of drawn) await weigh(path, t)
  })
  test('the home page when most is on: the morning of the fair', async t => {
    const fair = await demo('2026-06-27T10:00')
    try {
      await weigh('/s/sanhe', t, fair.base)
    } finally {
      await fair.stop()
    }
  })
})
