// What moved on a page after it was shown, and a line on which pages come in slowly.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { get } from './demo.mjs'

// Notes every shift of layout from now on, by the browser's own tools: it works where no script runs as well.
export async function watchShifts(page) {
  const line = await page.context().newCDPSession(page)
  const seen = []
  line.on('PerformanceTimeline.timelineEventAdded', ({ event }) => seen.push(event.layoutShiftDetails))
  await line.send('DOM.enable')
  await line.send('PerformanceTimeline.enable', { eventTypes: ['layout-shift'] })

  const named = async ({ nodeId, previousRect: a, currentRect: b }) => {
    const known = nodeId && await line.send('DOM.describeNode', { backendNodeId: nodeId }).catch(() => null)
    const at = r => `${Math.round(r.x)},${Math.round(r.y)} ${Math.round(r.width)}x${Math.round(r.height)}`
    return `${known ? called(known.node) : 'something that is gone'} from ${at(a)} to ${at(b)}`
  }
  // Lines, one per shift since it was last asked: how far it counts and what moved. Nobody taps here, so none is let pass as the
  // answer to a tap: the browser takes the first half second of a phone's page for one.
  return async () => {
    const shifts = seen.splice(0).filter(shift => shift.value > 0)
    return Promise.all(shifts.map(async ({ value, sources }) =>
      `layout shift ${value}: ${(await Promise.all(sources.map(named))).join('; ')}`))
  }
}

function called({ nodeName, nodeValue, attributes = [] }) {
  if (nodeValue) return `“${nodeValue.trim().slice(0, 20)}”`
  const of = name => attributes[attributes.indexOf(name) + 1]
  const id = attributes.includes('id') ? `#${of('id')}` : ''
  return nodeName.toLowerCase() + id + (attributes.includes('class') ? `.${of('class').trim().split(/\s+/).join('.')}` : '')
}

// Stands before the town and lets each page through in `pieces`, `pause` milliseconds apart; all else passes at once.
export async function slowLine(town, pieces, pause) {
  const server = createServer(async (asked, answer) => {
    const { 'accept-encoding': _, ...headers } = asked.headers
    const { status, headers: said, body } = await get(town.base + asked.url, headers)
    answer.writeHead(status, said)
    const size = /html/.test(said['content-type']) ? Math.ceil(body.length / pieces) : body.length
    for (let at = 0; at < body.length; at += size) {
      answer.write(body.subarray(at, at + size))
      await wait(size < body.length ? pause : 0)
    }
    answer.end()
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { base: `http://localhost:${server.address().port}`, stop }
}
