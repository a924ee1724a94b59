// Starts the demo township and a browser for the tests, and the little ways in which a person uses a page.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const ROOT = new URL('..', import.meta.url).pathname
const EVENING = '2026-06-24T19:20'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

// Sanhe on a Wednesday evening, on a port of its own. `stop` ends it.
export async function demo(at = EVENING) {
  const port = await freePort()
  const program = process.env.YIZHAN ?? join(ROOT, 'target/debug/yizhan')
  const child = spawn(program, ['demo', '--at', at, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT })
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error(`the demo did not start:\n${said}`)
    if ((await get(base + '/readyz').catch(() => ({}))).status === 200) break
    await new Promise(wake => setTimeout(wake, 100))
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { base, stop, said: () => said }
}

// As root and without a screen; a fresh profile each time; nothing but the demo is asked for anything.
export async function browser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync',
    '--no-first-run', '--disable-component-update']
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const home = await mkdtemp(join(tmpdir(), 'yizhan-e2e-'))
  const chrome = await chromium.launch({ executablePath, args, env: { ...process.env, XDG_CONFIG_HOME: home } })
  const open = chrome.newContext.bind(chrome)
  // A page that does not answer within some seconds is broken: say so soon.
  chrome.newContext = async options => {
    const context = await open(options)
    context.setDefaultTimeout(10_000)
    return context
  }
  return chrome
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
export const CARE = { name: 'care', value: '1' }

// The newest one-time code that the demo has "sent".
export async function codeFrom(base) {
  const page = (await get(base + '/messages')).body.toString()
  const code = page.match(/验证码 (\d{6})/)
  if (!code) throw new Error('no code on the messages page')
  return code[1]
}

// Signs the demo's manager in, as the demo itself says how; or somebody else who works there.
export async function signInStaff(page, town, who) {
  const [, manager, password] = town.said().match(/login (\S+), password (\S+)/)
  await page.goto(town.base + '/staff/sign-in')
  await page.locator('input[name="login"]').fill(who ?? manager)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('main form button').first().click()
  await page.waitForURL(url => !url.pathname.startsWith('/staff/sign-in'))
}

// Counts what a finger does.
export function taps() {
  const tapped = { count: 0, on: async place => {
    await place.click()
    tapped.count++
  } }
  return tapped
}

// Books tonight's table from the home page: two taps, and the phone number where it is asked for.
export async function bookTonightsTable(page, town, phone) {
  await page.goto(town.base + '/')
  await page.locator('a[href*="/venues/table-tennis"]').first().click()
  const field = page.locator('input[name="phone"]')
  if (await field.count()) await field.fill(phone)
  await page.locator('button:visible', { hasText: '订下' }).click()
}

export async function typeCode(page, town) {
  await page.locator('input[autocomplete="one-time-code"]').fill(await codeFrom(town.base))
  await page.locator('main form button').first().click()
  await page.waitForURL(RESERVATION)
}

export const RESERVATION = /\/reservations\/[0-9a-f-]{36}$/
