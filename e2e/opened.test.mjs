// Every page as it is opened, at once and piece by piece: nothing in it moves, and the policy of content holds.
import { after, describe } from 'node:test'
import { get } from './demo.mjs'
import { bars, town } from './pages.mjs'
import { slowLine } from './still.mjs'

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
