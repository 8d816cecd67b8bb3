/** What our stand-in uses of it: the package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  type HoodiecrowServer = {
    server: Server
    listen(port: number, host: string, ready: () => void): void
    close(done: () => void): void
    appendMessage(folder: string, flags: string[], internalDate: Date | string | false, raw: string): void
  }

  export default function hoodiecrow(options: {
    plugins: string[]
    users: Record<string, { password: string }>
    storage: Record<string, unknown>
  }): HoodiecrowServer
}
