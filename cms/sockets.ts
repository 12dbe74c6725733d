import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Follows every connection of a server until it is closed, those too that Node no longer counts (handed over by an upgrade).
 * Returns how to close the server: nothing new is taken, requests under way have `drainMs` to end, then every socket goes.
 */
export function followSockets(server: Server): (drainMs: number) => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return async drainMs => {
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    server.closeIdleConnections()
    const timer = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, drainMs)
    await closed
    clearTimeout(timer)
  }
}
