import { type ClientRequest, request as httpRequest, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Passes requests on to a development server on a port of this machine. */
export function passTo(port: number): RequestListener {
  return (request, response) => {
    const { method, url: address, headers } = request
    const passed = httpRequest({ host: '127.0.0.1', port, method, path: address, headers }, answer => {
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.once('error', () => {
      if (!response.headersSent) response.writeHead(503, { 'Content-Type': 'text/plain', Refresh: '2' })
      response.end('The development server is starting; this page looks again by itself.\n')
    })
    request.pipe(passed)
  }
}

/** Passes the reload sockets of the pages on: `portOf` says where, or null for one that another listener takes. */
export function passSockets(server: Server, portOf: (host: string, address: string) => number | null): void {
  server.on('upgrade', (request, socket: Duplex, head) => {
    const { method, url: address = '/', headers } = request
    const port = portOf(headers.host ?? '', address)
    if (port === null) return
    const passed: ClientRequest = httpRequest({ host: '127.0.0.1', port, method, path: address, headers })
    passed.once('upgrade', (answer, other, otherHead) => {
      const lines = answer.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
      )
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
      socket.write(otherHead)
      other.write(head)
      socket.pipe(other).pipe(socket)
      for (const end of [socket, other]) end.on('error', () => [socket, other].map(one => one.destroy()))
    })
    passed.once('error', () => socket.destroy())
    passed.end()
  })
}
